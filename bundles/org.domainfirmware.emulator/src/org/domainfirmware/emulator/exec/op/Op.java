package org.domainfirmware.emulator.exec.op;

import org.domainfirmware.emulator.cpu.Cpu;

/**
 * One instruction of a block, ready to run: the interpreter's only virtual call for it. Operands are
 * resolved when it is made; an op belongs to one processor.
 *
 * <p>EIP already stands behind the block's last instruction while any op of it runs: only the last
 * one may look at it or change it.
 */
public abstract class Op {
    /** Offset of its first byte from the block's. */
    public int start;
    /** Offset behind its last byte from the block's first. */
    public int end;

    /** Executes it; throws the processor's fault object when it faults, having changed nothing. */
    public abstract void run(Cpu c);

    /**
     * One op for this instruction and the branch behind it, which ends the block; null when there is none. Only for
     * instructions that neither fault nor leave the block. A fault of the branch must move {@code opIndex} on to it.
     */
    public Op joined(Jump branch) {
        return null;
    }
}
