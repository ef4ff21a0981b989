package org.domainfirmware.emulator.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The debug port over a machine whose ROM is a few instructions of 8086 code, encoded by hand from the SDM. */
class DebugPortTest {
    private static final int START = 0x100;

    private final BlockingQueue<StopReason> stops = new LinkedBlockingQueue<>();
    private DebugPort port;

    /** Code at F000:0100, entered from the reset vector by a far jump. */
    private DebugPort machine(int... code) throws Exception {
        byte[] rom = new byte[0x10000];
        int[] jump = {0xEA, START & 0xFF, START >> 8, 0x00, 0xF0};
        for (int i = 0; i < jump.length; i++) {
            rom[0xFFF0 + i] = (byte) jump[i];
        }
        for (int i = 0; i < code.length; i++) {
            rom[START + i] = (byte) code[i];
        }
        port = Machines.start("test", MachineConfig.of(rom, new byte[0]).withMemory(1));
        port.addListener(e -> {
            if (e instanceof DebugEvent.Stopped s) {
                stops.add(s.reason());
            }
        });
        return port;
    }

    @BeforeEach
    void noStops() {
        stops.clear();
    }

    @AfterEach
    void close() {
        if (port != null) {
            port.close();
        }
    }

    private StopReason awaitStop() throws InterruptedException {
        StopReason reason = stops.poll(10, TimeUnit.SECONDS);
        assertTrue(reason != null, "the guest did not stop");
        return reason;
    }

    private RegistersView registers() {
        return port.registers().join();
    }

    @Test
    void standsAtTheResetVectorFirst() throws Exception {
        machine(0xF4);
        assertInstanceOf(StopReason.AtReset.class, port.stopReason());
        RegistersView r = registers();
        assertEquals(0xFFF0, r.eip());
        assertEquals(0xFFFF0000, r.segment(1).base());
        assertEquals(0xF000, r.segment(1).selector());
    }

    @Test
    void stepsInstructionByInstruction() throws Exception {
        // mov ax,1234h; inc ax; hlt
        machine(0xB8, 0x34, 0x12, 0x40, 0xF4);
        port.step(1);
        assertInstanceOf(StopReason.StepEnd.class, awaitStop());
        assertEquals(START, registers().eip());
        port.step(2);
        awaitStop();
        assertEquals(0x1235, registers().general().get(0) & 0xFFFF);
        assertEquals(START + 4, registers().eip());
    }

    @Test
    void stopsAtAnExecutionBreakpointInEveryAlias() throws Exception {
        // inc cx; jmp $-1
        machine(0x41, 0xEB, 0xFD);
        int id = port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Execution(
                new Location.SegmentOffset(0xF000, START)))).join();
        port.resume();
        assertInstanceOf(StopReason.AtBreakpoints.class, awaitStop());
        port.resume();
        awaitStop();
        assertEquals(1, registers().general().get(1) & 0xFFFF);
        assertEquals(2L, port.breakpointHits().join().get(id));
    }

    @Test
    void conditionAndIgnoreCountChooseTheHit() throws Exception {
        machine(0x41, 0xEB, 0xFD);
        port.setBreakpoint(new BreakpointSpec(new Breakpoint.Execution(new Location.Linear(0xF0000 + START)),
                Breakpoint.Action.STOP, "cx >= 100 && (cx & 1) == 0", 2));
        port.resume();
        awaitStop();
        assertEquals(104, registers().general().get(1) & 0xFFFF);
    }

    @Test
    void aConditionThatDoesNotParseIsRefusedInWords() throws Exception {
        machine(0xF4);
        CompletionException e = assertThrows(CompletionException.class, () -> port.setBreakpoint(new BreakpointSpec(
                new Breakpoint.Execution(new Location.Linear(0)), Breakpoint.Action.STOP, "ax ==", 0)).join());
        assertTrue(e.getCause().getMessage().contains("a value expected"), e.getCause().getMessage());
    }

    @Test
    void watchesMemoryWrites() throws Exception {
        // xor ax,ax; mov ds,ax; mov byte [1234h],55h; hlt
        machine(0x31, 0xC0, 0x8E, 0xD8, 0xC6, 0x06, 0x34, 0x12, 0x55, 0xF4);
        port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Memory(AddressSpace.LINEAR, 0x1234, 1, false, true)));
        port.resume();
        assertInstanceOf(StopReason.AtBreakpoints.class, awaitStop());
        assertEquals(START + 9, registers().eip());
        assertEquals(0x55, port.readMemory(AddressSpace.PHYSICAL, 0x1234, 1).join().data()[0]);
    }

    @Test
    void watchesPorts() throws Exception {
        // mov al,7; out 80h,al; inc al; hlt
        machine(0xB0, 0x07, 0xE6, 0x80, 0xFE, 0xC0, 0xF4);
        port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Port(0x80, 1, false, true)));
        port.resume();
        awaitStop();
        assertEquals(START + 4, registers().eip());
        assertEquals(7, registers().general().get(0) & 0xFF);
    }

    @Test
    void stopsAtAnInterruptBeforeItsFirstInstruction() throws Exception {
        // xor ax,ax; mov ds,ax; mov word [40h],0200h; mov word [42h],F000h; mov ah,0Eh; int 10h; hlt
        machine(0x31, 0xC0, 0x8E, 0xD8, 0xC7, 0x06, 0x40, 0x00, 0x00, 0x02, 0xC7, 0x06, 0x42, 0x00, 0x00, 0xF0,
                0xB4, 0x0E, 0xCD, 0x10, 0xF4);
        port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Interrupt(0x10, OptionalInt.of(0x0E),
                OptionalInt.empty())));
        port.resume();
        awaitStop();
        assertEquals(0x200, registers().eip());
    }

    /** A slice of running ends after 10 ms of guest time, which is just where these million instructions end. */
    @Test
    void stopsAtAnInstructionCountWhereASliceEnds() throws Exception {
        // jmp $
        machine(0xEB, 0xFE);
        port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.InstructionCount(1_000_000))).join();
        port.resume();
        assertInstanceOf(StopReason.AtBreakpoints.class, awaitStop());
        assertEquals(1_000_000, registers().instructions());
    }

    @Test
    void stepsOverACall() throws Exception {
        // mov sp,1000h; call +1; hlt; (function:) inc bx; ret
        machine(0xBC, 0x00, 0x10, 0xE8, 0x01, 0x00, 0xF4, 0x43, 0xC3);
        port.step(2);
        awaitStop();
        port.stepOver();
        assertInstanceOf(StopReason.StepEnd.class, awaitStop());
        assertEquals(START + 6, registers().eip());
        assertEquals(1, registers().general().get(3));
    }

    @Test
    void suspendsAHaltWithInterruptsOff() throws Exception {
        machine(0xFA, 0xF4);
        port.resume();
        Thread.sleep(20);
        long asked = System.nanoTime();
        port.suspend();
        assertInstanceOf(StopReason.Suspended.class, awaitStop());
        assertTrue(System.nanoTime() - asked < 250_000_000L, "it took more than 250 ms");
    }

    @Test
    void lookingChangesNothing() throws Exception {
        machine(0x41, 0xEB, 0xFD);
        String before = port.stateHash().join();
        for (int p = 0; p < 0x10000; p += 0x1000) {
            port.readMemory(AddressSpace.PORT, p, 0x1000).join();
        }
        port.readMemory(AddressSpace.CMOS, 0, 128).join();
        port.readMemory(AddressSpace.PHYSICAL, 0xA0000, 0x60000).join();
        port.devices().join();
        port.screen().join();
        assertEquals(before, port.stateHash().join());
        port.step(1);
        awaitStop();
        assertNotEquals(before, port.stateHash().join());
    }

    @Test
    void reportsATripleFaultAndStaysInspectable() throws Exception {
        byte[] code = {0x0F, 0x01, 0x1E, 0x00, 0x02, (byte) 0xCD, 0x03};
        // lidt [0200h] (limit 0 there); int 3
        int[] ints = new int[code.length];
        for (int i = 0; i < code.length; i++) {
            ints[i] = code[i] & 0xFF;
        }
        byte[] rom = new byte[0x10000];
        int[] jump = {0xEA, START & 0xFF, START >> 8, 0x00, 0xF0};
        for (int i = 0; i < jump.length; i++) {
            rom[0xFFF0 + i] = (byte) jump[i];
        }
        for (int i = 0; i < ints.length; i++) {
            rom[START + i] = (byte) ints[i];
        }
        port = Machines.start("test", MachineConfig.of(rom, new byte[0]).withMemory(1).withStopOnShutdown(true));
        port.addListener(e -> {
            if (e instanceof DebugEvent.Stopped s) {
                stops.add(s.reason());
            }
        });
        port.resume();
        assertInstanceOf(StopReason.TripleFault.class, awaitStop());
        assertEquals(START + 5, registers().eip());
    }
}
