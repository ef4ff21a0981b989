package org.domainfirmware.emulator.exec.op;

import org.domainfirmware.emulator.cpu.Cpu;

/** A near jump relative to the next instruction. */
public abstract class Jump extends Op {
    /** The condition of JNE. */
    public static final int NOT_EQUAL = 5;
    /** The condition of what is no Jcc. */
    public static final int OTHER = -1;

    private final int condition;
    private final int displacement;
    private final int mask;

    /**
     * @param condition low four bits of a Jcc's opcode, or {@link #OTHER}
     * @param mask FFFFh with 16-bit operands, else all ones
     */
    protected Jump(int condition, int displacement, int mask) {
        this.condition = condition;
        this.displacement = displacement;
        this.mask = mask;
    }

    public final int condition() {
        return condition;
    }

    /** Goes there, or raises #GP(0) when that is outside CS. Source: SDM volume 2, JMP, Jcc, CALL. */
    public final void jump(Cpu c) {
        c.s.eip = target(c);
    }

    /** The same for an op that stands for the instruction before it too. */
    public final void jumpJoined(Cpu c) {
        int to = c.s.eip + displacement & mask;
        if (Integer.compareUnsigned(to, c.s.cs.limit) > 0) {
            c.opIndex++;
            throw c.fault.gp(0);
        }
        c.s.eip = to;
    }

    protected final int target(Cpu c) {
        int to = c.s.eip + displacement & mask;
        if (Integer.compareUnsigned(to, c.s.cs.limit) > 0) {
            throw c.fault.gp(0);
        }
        return to;
    }
}
