package org.domainfirmware.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;

/** The firmware a guest is started with. */
enum Firmware {
    /** Ours, as built. */
    OURS("rombios.rom", "vgabios.rom"),
    /** SeaBIOS and its VGABIOS, from Debian's package seabios. */
    SEABIOS("/usr/share/seabios/bios-256k.bin", "/usr/share/seabios/vgabios-stdvga.bin"),
    /** The Bochs BIOS and VGABIOS, from Debian's packages bochsbios and vgabios. */
    BOCHS("/usr/share/bochs/BIOS-bochs-latest", "/usr/share/vgabios/vgabios.bin");

    private final String rombios;
    private final String vgabios;

    Firmware(String rombios, String vgabios) {
        this.rombios = rombios;
        this.vgabios = vgabios;
    }

    /**
     * False where this firmware cannot read the drive on a real controller: the Bochs BIOS reads floppies without
     * setting the data rate and without seeking, which only the Bochs emulator's controller forgives.
     */
    boolean boots(Drive drive) {
        return this != BOCHS || drive == Drive.CDROM;
    }

    /** What makes QEMU run this firmware. */
    List<String> qemuOptions() {
        return qemuOptions(vgaRom());
    }

    /** The same with another video ROM. */
    List<String> qemuOptions(Path vgaRom) {
        return List.of("-bios", built().resolve(rombios).toString(), "-vga", "none", "-device", "VGA,romfile=" + vgaRom);
    }

    Path vgaRom() {
        return built().resolve(vgabios);
    }

    private static Path built() {
        return Path.of(System.getProperty("org.domainfirmware.firmware", "build/firmware"));
    }

    MachineConfig config() throws IOException {
        return MachineConfig.of(Files.readAllBytes(built().resolve(rombios)), Files.readAllBytes(vgaRom()))
                .withStopOnShutdown(true);
    }
}
