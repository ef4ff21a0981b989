package org.domainfirmware.boot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.domainfirmware.emulator.machine.RunEnd;
import org.domainfirmware.emulator.replay.InputEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** INT 13h notices when another floppy is put in: AH=16h and the first read tell, the next read is of the new medium. */
class FloppyChangeTest {
    private static final int FILL = 0xC3;
    private static final long SECONDS = 60;
    private static final long SLICE = 10_000_000;
    private static final int EXIT_PORT = 0xF4;

    @TempDir
    private Path folder;
    private Path first;
    private Path second;

    @BeforeEach
    void images() throws Exception {
        first = new GuestProgram("bios/boot", "floppy_change").floppy(folder);
        byte[] other = new byte[GuestProgram.FLOPPY];
        Arrays.fill(other, 512, 1024, (byte) FILL);
        second = Files.write(folder.resolve("second.img"), other);
    }

    @Test
    void inQemu() throws Exception {
        Path log = Files.createFile(folder.resolve("log"));
        try (Qemu guest = new Qemu(Firmware.OURS, GuestHardware.floppy(first), List.of("-debugcon", "file:" + log, "-device",
                "isa-debug-exit,iobase=0xf4,iosize=1"))) {
            long limit = System.nanoTime() + SECONDS * 1_000_000_000;
            while (!Files.readString(log).contains("READY") && System.nanoTime() < limit) {
                Thread.sleep(100);
            }
            guest.monitor("change floppy0 " + second + " raw");
            guest.awaitEnd(SECONDS);
        }
        new ProgramLog(Files.readString(log)).judge(Set.of());
    }

    @Test
    void inOurEmulator() throws Exception {
        MachineConfig config = Firmware.OURS.config().withDrives(Map.of(Drive.FDA, new DriveImage(first, false)))
                .withBootOrder(List.of("a")).withDebugExit(EXIT_PORT);
        StringBuilder log = new StringBuilder();
        try (Machine machine = new Machine(config)) {
            machine.indicators().debugConsole().onByte(value -> log.append((char) (value & 0xFF)));
            RunEnd end = RunEnd.TIME;
            while (end == RunEnd.TIME && log.indexOf("READY") < 0 && machine.clock().nanos() < SECONDS * 1_000_000_000) {
                end = machine.run(Long.MAX_VALUE, machine.clock().nanos() + SLICE);
            }
            machine.input(new InputEvent.Medium(Drive.FDA, second));
            machine.run(Long.MAX_VALUE, machine.clock().nanos() + SECONDS * 1_000_000_000);
        }
        new ProgramLog(log.toString()).judge(Set.of());
    }
}
