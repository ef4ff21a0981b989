package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.sem.Stack;
import org.domainfirmware.emulator.cpu.sem.system.SegmentLoads;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.Rm;

/** PUSH, POP and MOV of segment registers. Source: SDM volume 2. */
final class SegmentOps {
    private SegmentOps() {
    }

    /** After a load of SS nothing interrupts before the next instruction, which loads SP. */
    private static void shadow(Cpu c, int number) {
        if (number == Reg.SS) {
            c.s.interruptShadow = 1;
            c.leaveBlock();
        }
    }

    static final class Push extends Op {
        private final int number;
        private final int size;

        Push(int number, int size) {
            this.number = number;
            this.size = size;
        }

        @Override
        public void run(Cpu c) {
            int value = c.s.seg[number].selector;
            if (size == 2) {
                Stack.push16(c, value);
                return;
            }
            // With 32-bit operands the pointer moves by 4 but only the low word is written (SDM volume 2, PUSH).
            int mask = c.stackMask();
            int esp = c.s.gpr[Reg.ESP];
            int at = esp - 4 & mask;
            c.mem.write16(c.s.ss, at, value);
            c.s.gpr[Reg.ESP] = esp & ~mask | at;
        }
    }

    static final class Pop extends Op {
        private final int number;
        private final int size;

        Pop(int number, int size) {
            this.number = number;
            this.size = size;
        }

        @Override
        public void run(Cpu c) {
            int selector = Stack.peek(c, size, 0) & 0xFFFF;
            // SS is loaded before the pointer moves: its new B must not govern the increment's width.
            int mask = c.stackMask();
            int esp = c.s.gpr[Reg.ESP];
            SegmentLoads.load(c, number, selector);
            c.s.gpr[Reg.ESP] = esp & ~mask | esp + size & mask;
            shadow(c, number);
        }
    }

    static final class Load extends Op {
        private final int number;
        private final Rm rm;

        Load(int number, Rm rm) {
            this.number = number;
            this.rm = rm;
        }

        @Override
        public void run(Cpu c) {
            SegmentLoads.load(c, number, rm.read(c));
            shadow(c, number);
        }
    }

    static final class Store extends Op {
        private final int number;
        private final Rm rm;

        Store(int number, Rm rm) {
            this.number = number;
            this.rm = rm;
        }

        @Override
        public void run(Cpu c) {
            rm.write(c, c.s.seg[number].selector);
        }
    }
}
