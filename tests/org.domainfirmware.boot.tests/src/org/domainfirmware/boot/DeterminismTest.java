package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.replay.InputEvent;
import org.domainfirmware.emulator.replay.InputLog;
import org.domainfirmware.emulator.time.EventQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Same configuration and same input log: same state hash at every instruction count, whoever watches, whatever runs it. */
class DeterminismTest {
    private static Path firmware;
    private static Path image;
    private static MachineConfig config;
    private static Recording plain;

    @BeforeAll
    static void record() throws Exception {
        firmware = Path.of(System.getProperty("dfw.firmware", "build/firmware"));
        image = new Payloads().image("syslinux.img");
        config = Recording.config(firmware, image);
        plain = Recording.of(config);
    }

    @Test
    void aSecondRunIsTheSame() throws Exception {
        assertEquals(plain.checkpoints(), Recording.of(config).checkpoints());
    }

    @Test
    void replayingTheLogIsTheSame() throws Exception {
        List<Recording.Checkpoint> replayed = new ArrayList<>();
        try (Machine machine = new Machine(config)) {
            List<InputLog.Entry> left = new ArrayList<>(plain.input());
            for (Recording.Checkpoint c : plain.checkpoints()) {
                while (!left.isEmpty() && left.get(0).instructions() < c.instructions()) {
                    machine.run(left.get(0).instructions(), EventQueue.NEVER);
                    machine.input(left.remove(0).event());
                }
                machine.run(c.instructions(), EventQueue.NEVER);
                replayed.add(new Recording.Checkpoint(machine.clock().instructions(), machine.stateHash()));
            }
        }
        assertEquals(plain.checkpoints(), replayed);
    }

    @Test
    void otherInputGivesAnotherState() throws Exception {
        try (Machine machine = new Machine(config)) {
            machine.run(plain.input().get(0).instructions(), EventQueue.NEVER);
            machine.input(new InputEvent.Text("other"));
            Recording.Checkpoint last = plain.checkpoints().get(plain.checkpoints().size() - 1);
            machine.run(last.instructions(), EventQueue.NEVER);
            assertTrue(machine.stateHash() != last.hash(), "the hash does not see what was typed");
        }
    }

    /** -Ddfw.debugger.seeds=N tries more. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("dfw.debugger.seeds", 3));
    }

    /** Peeks, traces, steps and breakpoints at random moments. The seed is in the test's name. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aDebuggerChangesNothing(long seed) throws Exception {
        try (CuriousDebugger debugger = new CuriousDebugger(config, seed)) {
            for (Recording.Checkpoint c : plain.checkpoints()) {
                debugger.goTo(c.instructions());
                assertEquals(String.format("%016x", c.hash()), debugger.port().stateHash().join(),
                        "state hash at " + c.instructions() + ", seed " + seed);
                for (InputEvent event : plain.inputAt(c)) {
                    debugger.port().type(((InputEvent.Text) event).keys()).join();
                }
            }
        }
    }

    @Test
    void otherJdksComputeTheSame() throws Exception {
        List<String> expected = plain.checkpoints().stream().map(c -> String.format("%d %016x", c.instructions(), c.hash())).toList();
        for (Path jdk : OtherJdks.find()) {
            assertEquals(expected, runUnder(jdk), "under " + jdk.getFileName());
        }
    }

    private static List<String> runUnder(Path jdk) throws Exception {
        String classPath = location(Recording.class) + System.getProperty("path.separator") + location(Machine.class);
        Path errors = Files.createTempFile("other-jdk", ".log");
        try {
            Process process = new ProcessBuilder(jdk.resolve("bin/java").toString(), "-cp", classPath, Recording.class.getName(),
                    firmware.toString(), image.toString()).redirectError(errors.toFile()).start();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it does not end");
            assertEquals(0, process.exitValue(), () -> message(errors));
            return lines;
        } finally {
            Files.delete(errors);
        }
    }

    private static String message(Path errors) {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static String location(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }
}
