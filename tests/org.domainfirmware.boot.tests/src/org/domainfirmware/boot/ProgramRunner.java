package org.domainfirmware.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.domainfirmware.emulator.machine.RunEnd;

/**
 * Where a guest program runs, with which firmware. QEMU shows that the firmware is not made for our emulator only, SeaBIOS
 * that the expectations are right.
 */
enum ProgramRunner {
    OURS_IN_EMULATOR(Firmware.OURS, false),
    SEABIOS_IN_EMULATOR(Firmware.SEABIOS, false),
    OURS_IN_QEMU(Firmware.OURS, true),
    SEABIOS_IN_QEMU(Firmware.SEABIOS, true);

    private static final int EXIT_PORT = 0xF4;
    private static final long GUEST_SECONDS = 40;
    private static final long HOST_SECONDS = 60;

    private final Firmware firmware;
    private final boolean qemu;

    ProgramRunner(Firmware firmware, boolean qemu) {
        this.firmware = firmware;
        this.qemu = qemu;
    }

    boolean ours() {
        return firmware == Firmware.OURS;
    }

    boolean inQemu() {
        return qemu;
    }

    /** Runs until the program ends itself. @param folder for files that the run makes */
    ProgramLog run(GuestHardware hardware, Path folder) throws Exception {
        return new ProgramLog(qemu ? inQemu(hardware, folder) : inEmulator(hardware));
    }

    private String inQemu(GuestHardware hardware, Path folder) throws Exception {
        return inQemu(firmware.qemuOptions(), hardware, folder);
    }

    /** Runs a program in QEMU until it ends itself. @return what it wrote to port E9h */
    static String inQemu(List<String> firmware, GuestHardware hardware, Path folder) throws Exception {
        Path log = folder.resolve("log");
        try (Qemu guest = new Qemu(firmware, hardware, List.of("-debugcon", "file:" + log, "-device",
                "isa-debug-exit,iobase=0xf4,iosize=1"))) {
            guest.awaitEnd(HOST_SECONDS);
        }
        return Files.readString(log, StandardCharsets.ISO_8859_1);
    }

    private String inEmulator(GuestHardware hardware) throws IOException {
        Map<Drive, DriveImage> drives = new EnumMap<>(Drive.class);
        hardware.drives().forEach((drive, image) -> drives.put(drive, new DriveImage(image, false)));
        MachineConfig config = firmware.config().withDrives(drives).withBootOrder(List.of(hardware.boot().split("")))
                .withDebugExit(EXIT_PORT);
        StringBuilder log = new StringBuilder();
        try (Machine machine = new Machine(config)) {
            machine.indicators().debugConsole().onByte(value -> log.append((char) (value & 0xFF)));
            RunEnd end = machine.run(Long.MAX_VALUE, GUEST_SECONDS * 1_000_000_000);
            if (end != RunEnd.EXIT_PORT) {
                log.append("\n(the run ended by ").append(end).append(" at ")
                        .append(String.format("%04x:%04x", machine.cpu().s.cs.selector, machine.cpu().s.eip)).append(")\n");
            }
        }
        return log.toString();
    }
}
