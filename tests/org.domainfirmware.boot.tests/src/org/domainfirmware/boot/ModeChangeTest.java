package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.domainfirmware.emulator.loader.DomainStart;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.domainfirmware.emulator.machine.RunEnd;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Boot sectors that do what systems do between MOV CR0 and the far jump leave the same memory in both kinds of real mode. */
class ModeChangeTest {
    private static final int FLOPPY = 1_474_560;
    private static final int RESULTS = 0x8000;
    private static final int RESULTS_SIZE = 0x400;
    private static final int DONE = 0x600D;
    private static final long SECONDS = 10;
    private static final long SLICE = 10_000_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"arithmetic", "selectors", "tables", "unreal", "transfers", "saved_tables"})
    void sameInBothModes(String program) throws Exception {
        Path image = assemble(program);
        byte[] full = run(image, false);
        byte[] assisted = run(image, true);
        assertEquals(DONE, full[0] & 0xFF | (full[1] & 0xFF) << 8, program + " does not come to its end");
        assertArrayEquals(full, assisted, () -> program + " differs at " + Arrays.mismatch(full, assisted));
    }

    private Path assemble(String program) throws IOException, InterruptedException {
        Path sources = Path.of(System.getProperty("dfw.root", ".")).resolve("tests/programs/vmx");
        Path image = folder.resolve(program + ".img");
        Process nasm = new ProcessBuilder("nasm", "-f", "bin", "-i", sources + "/", "-o", image.toString(),
                sources.resolve(program + ".asm").toString()).redirectErrorStream(true).start();
        String messages = new String(nasm.getInputStream().readAllBytes());
        assertTrue(nasm.waitFor(1, TimeUnit.MINUTES) && nasm.exitValue() == 0, "nasm: " + messages);
        Files.write(image, Arrays.copyOf(Files.readAllBytes(image), FLOPPY));
        return image;
    }

    private static byte[] run(Path image, boolean assisted) throws Exception {
        try (Machine machine = new Machine(Firmware.OURS.config()
                .withDrives(Map.of(Drive.FDA, new DriveImage(image, false))).withBootOrder(List.of("a")))) {
            if (assisted) {
                Path loader = Path.of(System.getProperty("org.domainfirmware.firmware", "build/firmware"), "vmxloader.elf");
                DomainStart.start(machine, "vmxloader.elf", Files.readAllBytes(loader));
            }
            RunEnd end = RunEnd.TIME;
            while (end == RunEnd.TIME && machine.memory().peek(RESULTS, 2) != DONE
                    && machine.clock().nanos() < SECONDS * 1_000_000_000) {
                end = machine.run(Long.MAX_VALUE, machine.clock().nanos() + SLICE);
            }
            assertNull(machine.domainError());
            byte[] results = new byte[RESULTS_SIZE];
            for (int i = 0; i < RESULTS_SIZE; i++) {
                results[i] = (byte) machine.memory().peek(RESULTS + i, 1);
            }
            return results;
        }
    }
}
