package org.domainfirmware.emulator.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.domainfirmware.emulator.loader.DomainStart;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.TestRom;
import org.domainfirmware.emulator.time.EventQueue;
import org.junit.jupiter.api.Test;

/** The trace of the monitor leaves nothing in the machine when it is off. */
class AssistRecorderTest {
    private static final long BOOTED = 1_000_000;

    private static Machine domain() throws Exception {
        Path loader = Path.of(System.getProperty("org.domainfirmware.firmware", "build/firmware"), "vmxloader.elf");
        Machine machine = new Machine(TestRom.machine(0xEB, 0xFE).withMemory(16));
        DomainStart.start(machine, "vmxloader.elf", Files.readAllBytes(loader));
        return machine;
    }

    @Test
    void offTheProcessorHasTheHooksItHadBefore() throws Exception {
        try (Machine machine = domain()) {
            HookChain hooks = new HookChain();
            machine.cpu().hook = hooks;
            AssistRecorder recorder = new AssistRecorder(machine, hooks);
            recorder.enable(true);
            assertEquals(1, hooks.size());
            machine.run(BOOTED, EventQueue.NEVER);
            recorder.enable(false);
            assertEquals(0, hooks.size());
            long seen = recorder.view(0).seen();
            assertTrue(seen > 10, "the BIOS trapped " + seen + " times");
            machine.run(2 * BOOTED, EventQueue.NEVER);
            assertEquals(seen, recorder.view(0).seen());
        }
    }

    @Test
    void aMachineWithRealModeIsNotTouched() throws Exception {
        try (Machine machine = new Machine(TestRom.machine(0xEB, 0xFE))) {
            AssistRecorder recorder = new AssistRecorder(machine, new HookChain());
            recorder.enable(true);
            assertEquals(null, machine.cpu().hook);
            assertEquals(0, recorder.view(5).newest().size());
        }
    }
}
