package org.domainfirmware.emulator.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.domainfirmware.emulator.debug.DebugEvent;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.Machines;
import org.domainfirmware.emulator.debug.StopReason;
import org.domainfirmware.emulator.replay.InputEvent;
import org.domainfirmware.emulator.time.EventQueue;
import org.junit.jupiter.api.Test;

/** Ways a run ends, and that a reset begins a new one. */
class MachineEndsTest {
    /** mov dx,604h; mov ax,2000h; out dx,ax: QEMU's way off; jmp $ */
    private static final int[] POWER_OFF = {0xBA, 0x04, 0x06, 0xB8, 0x00, 0x20, 0xEF, 0xEB, 0xFE};

    @Test
    void aResetSwitchesOnAgain() throws Exception {
        try (Machine machine = new Machine(TestRom.machine(POWER_OFF))) {
            assertEquals(RunEnd.POWERED_OFF, machine.run(1000, EventQueue.NEVER));
            long off = machine.clock().instructions();
            assertTrue(off < 10, "switched off after " + off + " instructions");
            machine.reset();
            assertEquals(RunEnd.POWERED_OFF, machine.run(1000, EventQueue.NEVER));
            assertEquals(2 * off, machine.clock().instructions());
        }
    }

    @Test
    void aResetForgetsTheExitValue() throws Exception {
        // mov dx,501h; mov al,1; out dx,al; jmp $
        try (Machine machine = new Machine(TestRom.machine(0xBA, 0x01, 0x05, 0xB0, 0x01, 0xEE, 0xEB, 0xFE).withDebugExit(0x501))) {
            assertEquals(RunEnd.EXIT_PORT, machine.run(1000, EventQueue.NEVER));
            assertEquals(3, machine.exitValue());
            machine.reset();
            assertEquals(-1, machine.exitValue());
            assertEquals(RunEnd.INSTRUCTIONS, machine.run(machine.clock().instructions() + 2, EventQueue.NEVER));
        }
    }

    @Test
    void aDebuggerResetsAMachineThatIsOff() throws Exception {
        BlockingQueue<StopReason> stops = new LinkedBlockingQueue<>();
        try (DebugPort port = Machines.start("off", TestRom.machine(POWER_OFF))) {
            port.addListener(e -> {
                if (e instanceof DebugEvent.Stopped s) {
                    stops.add(s.reason());
                }
            });
            port.resume().join();
            assertInstanceOf(StopReason.PoweredOff.class, stops.poll(10, TimeUnit.SECONDS));
            assertThrows(Exception.class, () -> port.resume().join(), "it is off");
            port.reset().join();
            port.step(1).join();
            assertInstanceOf(StopReason.StepEnd.class, stops.poll(10, TimeUnit.SECONDS));
            assertEquals(TestRom.START, port.registers().join().eip());
        }
    }

    @Test
    void refusedInputIsNotInTheLog() throws Exception {
        try (Machine machine = new Machine(TestRom.machine(0xF4))) {
            machine.input(new InputEvent.Text("a"));
            assertThrows(IllegalArgumentException.class, () -> machine.input(new InputEvent.Text("<NoSuchKey>")));
            assertEquals(List.of(new InputEvent.Text("a")), machine.log().entries().stream().map(e -> e.event()).toList());
        }
    }

    @Test
    void timeLimitAndInstructionLimitAreExact() throws Exception {
        try (Machine machine = new Machine(TestRom.machine(0xEB, 0xFE).withInstructionPeriod(10))) {
            assertEquals(RunEnd.TIME, machine.run(Long.MAX_VALUE, 123_450));
            assertEquals(12_345, machine.clock().instructions());
            assertEquals(RunEnd.INSTRUCTIONS, machine.run(20_001, EventQueue.NEVER));
            assertEquals(20_001, machine.clock().instructions());
        }
    }

    /** Guest time goes on in a halt, whether or not anything could wake the processor. */
    @Test
    void aHaltReachesTheTimeLimit() throws Exception {
        try (Machine machine = new Machine(TestRom.machine(0xFA, 0xF4))) {
            assertEquals(RunEnd.TIME, machine.run(Long.MAX_VALUE, 5_000_000_000L));
            assertEquals(5_000_000_000L, machine.clock().nanos());
            assertEquals(3, machine.clock().instructions());
        }
    }
}
