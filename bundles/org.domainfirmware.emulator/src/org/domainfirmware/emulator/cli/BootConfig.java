package org.domainfirmware.emulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.domainfirmware.emulator.machine.OptionRom;

/** Makes a machine's configuration of the options. */
final class BootConfig {
    private static final int LARGEST_ROM = 256 << 10;

    private BootConfig() {
    }

    static MachineConfig of(BootOptions o) throws InputException {
        byte[] rombios = o.rombios == null ? FirmwareFiles.built("rombios.rom")
                : rom(o.rombios, "system ROM", LARGEST_ROM, 64 << 10);
        byte[] vgabios = vgabios(o);
        try {
            MachineConfig config = MachineConfig.of(rombios, vgabios)
                    .withMemory(o.memory)
                    .withCpu(model(o.cpu))
                    .withOptionRoms(optionRoms(o.optionRoms))
                    .withDrives(drives(o))
                    .withBootOrder(bootOrder(o))
                    .withStopOnShutdown(true);
            config = o.rtc == null ? config : config.withRtc(BootChecks.time(o.rtc));
            return o.debugExit == null ? config : config.withDebugExit(number(o.debugExit, "--debug-exit", 0xFFFF));
        } catch (IllegalArgumentException e) {
            throw new InputException(e.getMessage());
        }
    }

    private static byte[] vgabios(BootOptions o) throws InputException {
        if (o.vgabios == null) {
            return FirmwareFiles.built("vgabios.rom");
        }
        BootChecks.named("--vgabios", Path.of(o.vgabios));
        return o.vgabios.equals("none") ? new byte[0] : rom(Path.of(o.vgabios), "VGA ROM", 64 << 10, 1);
    }

    /** A ROM image, whose length is a multiple of {@code unit} bytes. */
    private static byte[] rom(Path file, String what, int most, int unit) throws InputException {
        byte[] image = FirmwareFiles.read(file, what, most);
        if (image.length % unit != 0) {
            throw new InputException(what + " " + file + " has " + image.length + " bytes: pad it to a multiple of " + unit
                    + " (truncate -s %" + unit + " FILE)");
        }
        return image;
    }

    private static CpuModel model(String name) throws InputException {
        for (CpuModel m : CpuModel.values()) {
            if (m.optionName().equals(name)) {
                return m;
            }
        }
        throw new InputException("--cpu " + name + ": there are 386, 486, pentium and ppro");
    }

    private static List<OptionRom> optionRoms(List<String> options) throws InputException {
        List<OptionRom> roms = new ArrayList<>();
        for (String option : options) {
            int at = option.lastIndexOf('@');
            int address = at < 0 ? 0 : number("0x" + option.substring(at + 1), "--option-rom", 0xFFFFF);
            Path file = Path.of(at < 0 ? option : option.substring(0, at));
            BootChecks.named("--option-rom", file);
            roms.add(new OptionRom(address, rom(file, "option ROM", LARGEST_ROM, 512)));
        }
        return roms;
    }

    private static Map<Drive, DriveImage> drives(BootOptions o) {
        Map<Drive, DriveImage> images = new EnumMap<>(Drive.class);
        Path[] paths = {o.fda, o.fdb, o.hda, o.hdb, o.cdrom};
        for (Drive d : Drive.values()) {
            if (paths[d.ordinal()] != null) {
                images.put(d, new DriveImage(paths[d.ordinal()], o.write && d != Drive.CDROM));
            }
        }
        return images;
    }

    /** As asked, else the drives that have something in them, floppy first. */
    private static List<String> bootOrder(BootOptions o) throws InputException {
        for (String d : o.boot) {
            if (!List.of("a", "c", "d").contains(d)) {
                throw new InputException("--boot " + d + ": drives are a (floppy), c (disk) and d (CD-ROM)");
            }
        }
        if (!o.boot.isEmpty()) {
            return o.boot;
        }
        List<String> order = new ArrayList<>();
        Path[] paths = {o.fda, o.hda, o.cdrom};
        List<String> letters = Arrays.asList("a", "c", "d");
        for (int i = 0; i < paths.length; i++) {
            if (paths[i] != null) {
                order.add(letters.get(i));
            }
        }
        return order.isEmpty() ? letters : order;
    }

    /** A number, hexadecimal with 0x or h. */
    static int number(String text, String option, int most) throws InputException {
        String t = text.toLowerCase(java.util.Locale.ROOT);
        try {
            int value = t.startsWith("0x") ? Integer.parseInt(t.substring(2), 16)
                    : t.endsWith("h") ? Integer.parseInt(t.substring(0, t.length() - 1), 16) : Integer.parseInt(t);
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new InputException(option + ": '" + text + "' is not a number");
        }
        throw new InputException(option + ": " + text + " is not in 0 to " + Integer.toHexString(most) + "h");
    }
}
