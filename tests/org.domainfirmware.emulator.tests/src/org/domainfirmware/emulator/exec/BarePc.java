package org.domainfirmware.emulator.exec;

import java.util.zip.CRC32;
import org.domainfirmware.emulator.bus.InterruptController;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.TimedEvent;
import org.domainfirmware.emulator.time.VirtualClock;

/**
 * A processor with memory, a periodic interrupt (vector 8) and two ports: reading 40h gives the time, writing
 * 41h asks for an interrupt (vector 9) some nanoseconds later. Enough to notice any difference in timing.
 */
final class BarePc implements InterruptController {
    static final int MEMORY = 1 << 20;
    private static final int PERIOD_NS = 3170;

    final PhysicalMemory memory = new PhysicalMemory(MEMORY, 0);
    final EventQueue events = new EventQueue(new VirtualClock(10));
    final PortBus ports = new PortBus();
    final Cpu cpu;
    final Executor executor;
    private int pending;

    BarePc(CpuModel model) {
        memory.mapRead(0, MEMORY, 0);
        memory.mapWrite(0, MEMORY, 0);
        ports.register(0x40, 2, 1, new Probe());
        cpu = new Cpu(new CpuState(model), memory, ports, events);
        cpu.connect(this);
        executor = new Executor(cpu);
        cpu.reset();
    }

    /** Real mode, everything at segment 0 but the code. */
    void start(int segment, int offset, byte[] code) {
        System.arraycopy(code, 0, memory.store(), (segment << 4) + offset, code.length);
        cpu.s.cs.setReal(segment);
        cpu.s.eip = offset;
        cpu.s.gpr[4] = 0x8000;
        cpu.modeChanged();
    }

    void startTimer() {
        events.scheduleIn(timer, PERIOD_NS);
    }

    private final TimedEvent timer = new TimedEvent("timer") {
        @Override
        protected void fire(long dueNanos) {
            pending |= 1;
            events.scheduleAt(this, dueNanos + PERIOD_NS);
            if (cpu.s.halted && (cpu.s.systemFlags & Flag.IF) == 0) {
                // It would sleep for ever, no instruction retiring.
                executor.requestStop();
            }
        }
    };

    private final TimedEvent oneShot = new TimedEvent("one shot") {
        @Override
        protected void fire(long dueNanos) {
            pending |= 2;
        }
    };

    private final class Probe implements PortHandler {
        @Override
        public int read(int port, int size) {
            return peek(port, size);
        }

        @Override
        public void write(int port, int size, int value) {
            if (port == 0x41) {
                events.scheduleIn(oneShot, value * 10L);
            } else {
                pending |= 4;
            }
        }

        @Override
        public int peek(int port, int size) {
            return (int) (events.clock().nanos() / 10) & 0xFF;
        }
    }

    @Override
    public boolean interruptPending() {
        return pending != 0;
    }

    @Override
    public int acknowledge() {
        int lowest = Integer.numberOfTrailingZeros(pending);
        pending &= pending - 1;
        return 8 + lowest;
    }

    /** Registers, flags, hidden parts, time and memory in one number. */
    long hash() {
        CRC32 crc = new CRC32();
        crc.update(memory.store());
        long h = crc.getValue();
        CpuState s = cpu.s;
        for (int r : s.gpr) {
            h = h * 31 + r;
        }
        for (var segment : s.seg) {
            h = ((h * 31 + segment.selector) * 31 + segment.base) * 31 + segment.limit;
        }
        int[] more = {s.eip, s.eflags(), s.cr0, s.cr2, s.cpl, s.interruptShadow, s.halted ? 1 : 0, pending, s.dr[6]};
        for (int m : more) {
            h = h * 31 + m;
        }
        return (h * 31 + events.clock().instructions()) * 31 + events.clock().nanos();
    }

    String registers() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append(String.format("%08X ", cpu.s.gpr[i]));
        }
        return text + String.format("%04X:%08X flags %08X at %d", cpu.s.cs.selector, cpu.s.eip, cpu.s.eflags(),
                events.clock().instructions());
    }
}
