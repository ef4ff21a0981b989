package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.sem.system.FarCall;
import org.domainfirmware.emulator.cpu.sem.system.FarJump;
import org.domainfirmware.emulator.cpu.sem.system.FarReturn;
import org.domainfirmware.emulator.cpu.sem.system.Interrupts;
import org.domainfirmware.emulator.exec.op.Op;

/** The far transfers that firmware runs most: calls, returns, INT and IRET, without detours. */
final class FarOps {
    private FarOps() {
    }

    static final class Call extends Op {
        private final int selector;
        private final int offset;
        private final int size;

        Call(int selector, int offset, int size) {
            this.selector = selector;
            this.offset = offset;
            this.size = size;
        }

        @Override
        public void run(Cpu c) {
            FarCall.execute(c, selector, offset, size);
            c.flagsChanged();
        }
    }

    static final class Jump extends Op {
        private final int selector;
        private final int offset;

        Jump(int selector, int offset) {
            this.selector = selector;
            this.offset = offset;
        }

        @Override
        public void run(Cpu c) {
            FarJump.execute(c, selector, offset);
            c.flagsChanged();
        }
    }

    static final class Return extends Op {
        private final int size;
        private final int parameters;

        Return(int size, int parameters) {
            this.size = size;
            this.parameters = parameters;
        }

        @Override
        public void run(Cpu c) {
            FarReturn.execute(c, size, parameters);
            c.flagsChanged();
        }
    }

    static final class Interrupt extends Op {
        private final int vector;

        Interrupt(int vector) {
            this.vector = vector;
        }

        @Override
        public void run(Cpu c) {
            Interrupts.software(c, vector);
            c.singleStep = false;
            c.flagsChanged();
        }
    }

    static final class InterruptReturn extends Op {
        private final int size;

        InterruptReturn(int size) {
            this.size = size;
        }

        @Override
        public void run(Cpu c) {
            org.domainfirmware.emulator.cpu.sem.system.InterruptReturn.execute(c, size);
            c.flagsChanged();
        }
    }
}
