package org.domainfirmware.emulator.exec.op;

import org.domainfirmware.emulator.cpu.Cpu;

/** An instruction too seldom run to deserve a class: a function behind one more call. */
public final class SimpleOp extends Op {
    /** What it does. */
    @FunctionalInterface
    public interface Action {
        void run(Cpu c);
    }

    private final Action action;

    public SimpleOp(Action action) {
        this.action = action;
    }

    @Override
    public void run(Cpu c) {
        action.run(c);
    }
}
