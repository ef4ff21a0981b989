package org.domainfirmware.emulator.cpu.sem;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.Reg;

/**
 * PUSHA, POPA, ENTER, LEAVE. They touch several items: a fault in the middle leaves all registers as
 * they were. Source: SDM volume 2.
 */
public final class StackFrames {
    private StackFrames() {
    }

    private static int below(Cpu c, int bytes) {
        return c.s.gpr[Reg.ESP] - bytes & c.stackMask();
    }

    private static void write(Cpu c, int size, int offset, int value) {
        if (size == 2) {
            c.mem.write16(c.s.ss, offset, value);
        } else {
            c.mem.write32(c.s.ss, offset, value);
        }
    }

    /** @param size operand size in bytes */
    public static void pusha(Cpu c, int size) {
        for (int i = 0; i < 8; i++) {
            // The stack pointer pushed is the one from before, as the order of the registers has it.
            write(c, size, below(c, size * (i + 1)), c.s.gpr[i]);
        }
        Stack.move(c, -8 * size);
    }

    /** @param size operand size in bytes */
    public static void popa(Cpu c, int size) {
        int[] g = c.s.gpr;
        Stack.peek(c, size, 0);
        Stack.peek(c, size, 7);
        for (int i = 0; i < 8; i++) {
            int reg = 7 - i;
            if (reg != Reg.ESP) {
                int value = Stack.peek(c, size, i);
                g[reg] = size == 2 ? g[reg] & 0xFFFF0000 | value : value;
            }
        }
        Stack.move(c, 8 * size);
    }

    /**
     * ENTER.
     *
     * @param size operand size in bytes
     * @param bytes of local variables
     * @param rawLevel nesting level, taken modulo 32
     */
    public static void enter(Cpu c, int size, int bytes, int rawLevel) {
        int level = rawLevel & 31;
        int mask = c.stackMask();
        int[] g = c.s.gpr;
        int esp = g[Reg.ESP];
        int frame = esp - size & mask;
        write(c, size, frame, g[Reg.EBP]);
        int at = frame;
        for (int i = 1; i < level; i++) {
            int from = g[Reg.EBP] - size * i & mask;
            int value = size == 2 ? c.mem.read16(c.s.ss, from) : c.mem.read32(c.s.ss, from);
            at = at - size & mask;
            write(c, size, at, value);
        }
        int framePointer = esp & ~mask | frame;
        if (level > 0) {
            at = at - size & mask;
            write(c, size, at, framePointer);
        }
        at = at - bytes & mask;
        // The new top must be writable, so that the page fault comes here and not in the procedure.
        c.mem.check(c.s.ss, at, 1, true);
        c.linear.probe(c.s.ss.base + at, 1, true);
        g[Reg.EBP] = size == 2 ? g[Reg.EBP] & 0xFFFF0000 | frame & 0xFFFF : framePointer;
        g[Reg.ESP] = esp & ~mask | at;
    }

    /** @param size operand size in bytes */
    public static void leave(Cpu c, int size) {
        int mask = c.stackMask();
        int[] g = c.s.gpr;
        int ebp = g[Reg.EBP];
        int value = size == 2 ? c.mem.read16(c.s.ss, ebp & mask) : c.mem.read32(c.s.ss, ebp & mask);
        g[Reg.ESP] = g[Reg.ESP] & ~mask | ebp + size & mask;
        g[Reg.EBP] = size == 2 ? ebp & 0xFFFF0000 | value : value;
    }
}
