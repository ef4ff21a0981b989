package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.loader.DomainStart;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.domainfirmware.emulator.machine.RunEnd;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Boot sectors that do what systems do between MOV CR0 and the far jump leave the same bytes in QEMU, in full real mode
 * and under the monitor.
 */
class ModeChangeTest {
    private static final int RESULTS_SIZE = 0x400;
    private static final int DONE = 0x600D;
    private static final int EXIT_PORT = 0xF4;
    private static final long SECONDS = 10;
    private static final long QEMU_SECONDS = 60;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"arithmetic", "selectors", "tables", "unreal", "transfers", "saved_tables", "interrupts", "stacks"})
    void sameInQemuAndInBothModes(String program) throws Exception {
        Path image = new GuestProgram("vmx", program).floppy(folder);
        byte[] qemu = runInQemu(image);
        same(program + " in full real mode", qemu, run(image, false));
        same(program + " under the monitor", qemu, run(image, true));
    }

    private static void same(String what, byte[] expected, byte[] got) {
        assertArrayEquals(expected, got, () -> {
            int at = Arrays.mismatch(expected, got);
            return String.format("%s differs at %03X from %s", what, at, Arrays.toString(Arrays.copyOfRange(expected, at & ~15, (at & ~15) + 16)));
        });
    }

    private byte[] runInQemu(Path image) throws Exception {
        Path log = folder.resolve("log");
        try (Qemu guest = new Qemu(Firmware.SEABIOS, new GuestHardware(Map.of(Drive.FDA, image), "a"),
                List.of("-debugcon", "file:" + log, "-device", "isa-debug-exit,iobase=0xf4,iosize=1"))) {
            guest.awaitEnd(QEMU_SECONDS);
        }
        return results(Files.readAllBytes(log));
    }

    private static byte[] run(Path image, boolean assisted) throws Exception {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (Machine machine = new Machine(Firmware.OURS.config().withDebugExit(EXIT_PORT)
                .withDrives(Map.of(Drive.FDA, new DriveImage(image, false))).withBootOrder(List.of("a")))) {
            machine.indicators().debugConsole().onByte(log::write);
            if (assisted) {
                Path loader = Path.of(System.getProperty("org.domainfirmware.firmware", "build/firmware"), "vmxloader.elf");
                DomainStart.start(machine, "vmxloader.elf", Files.readAllBytes(loader));
            }
            RunEnd end = machine.run(Long.MAX_VALUE, SECONDS * 1_000_000_000);
            assertNull(machine.domainError());
            assertEquals(RunEnd.EXIT_PORT, end, () -> log.toString());
        }
        return results(log.toByteArray());
    }

    /** What a program wrote last. */
    private static byte[] results(byte[] log) {
        assertTrue(log.length >= RESULTS_SIZE, "the program does not come to its end");
        byte[] results = Arrays.copyOfRange(log, log.length - RESULTS_SIZE, log.length);
        assertEquals(DONE, results[0] & 0xFF | (results[1] & 0xFF) << 8);
        return results;
    }
}
