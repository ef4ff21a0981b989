package org.domainfirmware.emulator.cpu.vectors;

import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Reg;
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
    private static final int TABLES = 0x6000;
    private static final int HANDLERS = 0x7000;
    private static final int STACK = 0xF000;
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

    /**
     * Sets up descriptor tables whose gates lead to {@link #handlerOf}; interrupts push EFLAGS, CS and EIP at the
     * stack's top.
     */
    void installHandlers() {
        state.gdtBase = TABLES;
        state.gdtLimit = 0x1F;
        // selectors 8 and 10h: flat code and data (SDM vol. 3, 3.4.5)
        write(TABLES + 8, new byte[] {-1, -1, 0, 0, 0, (byte) 0x9B, (byte) 0xCF, 0, -1, -1, 0, 0, 0, (byte) 0x93,
                (byte) 0xCF, 0});
        state.idtBase = TABLES + 0x100;
        state.idtLimit = 0xFF;
        for (int vector = 0; vector < 32; vector++) {
            int handler = handlerOf(vector);
            // 32-bit interrupt gate to selector 8
            write(TABLES + 0x100 + 8 * vector, new byte[] {(byte) handler, (byte) (handler >> 8), 8, 0, 0, (byte) 0x8E,
                    0, 0});
        }
        state.gpr[Reg.ESP] = STACK;
    }

    /** Where the handler of a vector is; nothing is there. */
    int handlerOf(int vector) {
        return HANDLERS + 16 * vector;
    }

    /** The double word n places below the stack's initial top, counted from 1. */
    int pushed(int n) {
        return cpu.memory.peek(STACK - 4 * n, 4);
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
