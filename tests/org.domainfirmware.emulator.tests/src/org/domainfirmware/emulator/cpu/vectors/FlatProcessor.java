package org.domainfirmware.emulator.cpu.vectors;

import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Segment;
import org.domainfirmware.emulator.exec.Executor;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;

/** A processor in flat 32-bit protected mode with 1 MiB of memory, as the vector generators' programs see theirs. */
final class FlatProcessor {

    private static final int MEMORY = 0x100000;
    private static final int CODE = 0x1000;
    private static final int CODE_BYTES = 0x4000;
    private static final byte[] END = {(byte) 0xEB, (byte) 0xFE};
    private static final int FLAT = 0xFFFFFFFF;

    final Cpu cpu;
    final CpuState state;
    private final Executor executor;
    private int next = CODE;

    FlatProcessor() {
        PhysicalMemory memory = new PhysicalMemory(MEMORY, 0);
        memory.mapRead(0, MEMORY, 0);
        memory.mapWrite(0, MEMORY, 0);
        state = new CpuState(CpuModel.PPRO);
        cpu = new Cpu(state, memory, new PortBus(), new EventQueue(new VirtualClock(1)));
        executor = new Executor(cpu);
        cpu.reset();
        state.cr0 |= Cr.CR0_PE;
        int data = Segment.PRESENT | Segment.S | Segment.ACCESSED | Segment.WRITABLE_OR_READABLE | Segment.BIG
                | Segment.GRANULAR;
        for (Segment segment : state.seg) {
            segment.set(0x10, 0, FLAT, data);
        }
        state.cs.set(0x08, 0, FLAT, data | Segment.CODE);
        cpu.modeChanged();
    }

    /** Places code and a jump to itself that ends its block, in turn over 16 KiB, and points EIP to it. */
    void place(byte... code) {
        int length = code.length + END.length;
        if (next + length > CODE + CODE_BYTES) {
            next = CODE;
        }
        write(next, code);
        write(next + code.length, END);
        state.eip = next;
        next += length;
    }

    void step(int instructions) {
        for (int n = 0; n < instructions; n++) {
            executor.step();
        }
    }

    void write(int address, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            cpu.memory.write(address + i, 1, bytes[i] & 0xFF);
        }
    }

    void read(int address, byte[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = (byte) cpu.memory.peek(address + i, 1);
        }
    }
}
