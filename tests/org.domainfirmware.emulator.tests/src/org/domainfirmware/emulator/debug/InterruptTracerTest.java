package org.domainfirmware.emulator.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.TestRom;
import org.domainfirmware.emulator.time.EventQueue;
import org.junit.jupiter.api.Test;

/** The trace of interrupts: what it holds, how much of it, and that it is not there when it is off. */
class InterruptTracerTest {
    /** mov sp,1000h; vectors 60h and 61h to 11Bh and 11Eh; 117h: int 60h; jmp 117h; 11Bh: int 61h; iret; 11Eh: nop; iret. */
    private static Machine machine() throws IOException {
        return new Machine(TestRom.machine(0xBC, 0x00, 0x10, 0xC7, 0x06, 0x80, 0x01, 0x1B, 0x01, 0x8C, 0x0E, 0x82, 0x01, 0xC7, 0x06,
                0x84, 0x01, 0x1E, 0x01, 0x8C, 0x0E, 0x86, 0x01, 0xCD, 0x60, 0xEB, 0xFC, 0xCD, 0x61, 0xCF, 0x90, 0xCF));
    }

    @Test
    void callsInsideCalls() throws IOException {
        try (Machine machine = machine()) {
            HookChain hooks = new HookChain();
            machine.cpu().hook = hooks;
            InterruptTracer tracer = new InterruptTracer(machine.cpu(), hooks);
            tracer.enable(true);
            machine.run(100, EventQueue.NEVER);
            List<InterruptRecord> all = tracer.view(0, 1000).records();
            assertEquals(0x60, all.get(0).vector());
            assertEquals(0, all.get(0).depth());
            assertEquals(0x61, all.get(1).vector());
            assertEquals(1, all.get(1).depth());
            // INT 61h, NOP and IRET; around it INT 60h and IRET.
            int period = machine.clock().periodNanos();
            assertEquals(3L * period, all.get(1).nanos());
            assertEquals(5L * period, all.get(0).nanos());
        }
    }

    @Test
    void offItIsNoHookAndTheGuestIsTheSame() throws IOException {
        try (Machine traced = machine(); Machine plain = machine()) {
            HookChain hooks = new HookChain();
            traced.cpu().hook = hooks;
            InterruptTracer tracer = new InterruptTracer(traced.cpu(), hooks);
            assertEquals(0, hooks.size());
            tracer.enable(true);
            assertEquals(1, hooks.size());
            traced.run(100_000, EventQueue.NEVER);
            tracer.enable(false);
            assertEquals(0, hooks.size());
            int kept = tracer.view(0, 100_000).records().size();
            traced.run(200_000, EventQueue.NEVER);
            assertEquals(kept, tracer.view(0, 100_000).records().size());
            plain.run(200_000, EventQueue.NEVER);
            assertEquals(plain.stateHash(), traced.stateHash());
        }
    }

    @Test
    void whatIsDroppedIsCounted() throws IOException {
        try (Machine machine = machine()) {
            HookChain hooks = new HookChain();
            machine.cpu().hook = hooks;
            InterruptTracer tracer = new InterruptTracer(machine.cpu(), hooks);
            tracer.enable(true);
            machine.run(300_000, EventQueue.NEVER);
            InterruptTraceView all = tracer.view(0, 1_000_000);
            long newest = all.records().get(all.records().size() - 1).id();
            assertTrue(newest > InterruptTracer.MOST, "more calls than are kept: " + newest);
            assertEquals(newest, all.records().size() + all.dropped());
            InterruptTraceView few = tracer.view(0, 10);
            assertEquals(10, few.records().size());
            assertEquals(newest - 10, few.dropped());
            assertEquals(newest, few.records().get(9).id());
        }
    }

    /** mov sp,1000h; vectors 60h to 11Fh, 8 to 122h; call 123h; 11Ah: int 60h; jmp 11Ah; 11Fh: sti; hlt; iret; 122h: iret. */
    @Test
    void waitingCounts() throws IOException {
        int[] code = {0xBC, 0x00, 0x10, 0xC7, 0x06, 0x80, 0x01, 0x1F, 0x01, 0x8C, 0x0E, 0x82, 0x01, 0xC7, 0x06, 0x20, 0x00, 0x22,
            0x01, 0x8C, 0x0E, 0x22, 0x00, 0xE8, 0x09, 0x00, 0xCD, 0x60, 0xEB, 0xFC, 0x90, 0xFB, 0xF4, 0xCF, 0xCF,
            // 123h: ICW1 to ICW4 (automatic EOI) and the mask of the first PIC; counter 0 in mode 2, 11932.
            0xB0, 0x11, 0xE6, 0x20, 0xB0, 0x08, 0xE6, 0x21, 0xB0, 0x04, 0xE6, 0x21, 0xB0, 0x03, 0xE6, 0x21, 0xB0, 0xFE, 0xE6, 0x21,
            0xB0, 0x34, 0xE6, 0x43, 0xB0, 0x9C, 0xE6, 0x40, 0xB0, 0x2E, 0xE6, 0x40, 0xC3};
        try (Machine machine = new Machine(TestRom.machine(code))) {
            HookChain hooks = new HookChain();
            machine.cpu().hook = hooks;
            InterruptTracer tracer = new InterruptTracer(machine.cpu(), hooks);
            tracer.enable(true);
            machine.run(200, EventQueue.NEVER);
            List<InterruptRecord> calls = tracer.view(0, 100).records().stream().filter(r -> r.vector() == 0x60).toList();
            // 11932 periods of 838 ns: 10 ms. The first call may find a tick waiting that came when the counter was set.
            assertEquals(10_000_000, calls.get(2).nanos(), 100_000);
            assertEquals(10_000_000, calls.get(3).nanos(), 100_000);
            assertTrue(tracer.view(0, 100).records().stream().anyMatch(r -> r.kind() == InterruptRecord.Kind.HARDWARE && r.vector() == 8));
        }
    }
}
