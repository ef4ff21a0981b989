package org.domainfirmware.emulator.exec.flow;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.exec.op.Condition;
import org.domainfirmware.emulator.exec.op.Jump;
import org.domainfirmware.emulator.exec.op.Op;

/** Jcc: a class for each condition. Source: SDM volume 2, Jcc. */
final class JccOps {
    private JccOps() {
    }

    /**
     * Makes one.
     *
     * @param code low four bits of the opcode
     * @param mask FFFFh with 16-bit operands, else all ones
     */
    static Op of(int code, int displacement, int mask) {
        return switch (code & 15) {
            case 0 -> new JO(displacement, mask);
            case 1 -> new JNo(displacement, mask);
            case 2 -> new JB(displacement, mask);
            case 3 -> new JAe(displacement, mask);
            case 4 -> new JE(displacement, mask);
            case 5 -> new JNe(displacement, mask);
            case 6 -> new JBe(displacement, mask);
            case 7 -> new JA(displacement, mask);
            case 8 -> new JS(displacement, mask);
            case 9 -> new JNs(displacement, mask);
            case 10 -> new JP(displacement, mask);
            case 11 -> new JNp(displacement, mask);
            case 12 -> new JL(displacement, mask);
            case 13 -> new JGe(displacement, mask);
            case 14 -> new JLe(displacement, mask);
            default -> new JG(displacement, mask);
        };
    }

    private static final class JO extends Jump {
        JO(int displacement, int mask) {
            super(0, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (c.s.of()) {
                jump(c);
            }
        }
    }

    private static final class JNo extends Jump {
        JNo(int displacement, int mask) {
            super(1, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (!c.s.of()) {
                jump(c);
            }
        }
    }

    private static final class JB extends Jump {
        JB(int displacement, int mask) {
            super(2, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (c.s.aux < 0) {
                jump(c);
            }
        }
    }

    private static final class JAe extends Jump {
        JAe(int displacement, int mask) {
            super(3, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (c.s.aux >= 0) {
                jump(c);
            }
        }
    }

    private static final class JE extends Jump {
        JE(int displacement, int mask) {
            super(4, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (c.s.res == 0) {
                jump(c);
            }
        }
    }

    private static final class JNe extends Jump {
        JNe(int displacement, int mask) {
            super(NOT_EQUAL, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (c.s.res != 0) {
                jump(c);
            }
        }
    }

    private static final class JBe extends Jump {
        JBe(int displacement, int mask) {
            super(6, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (Condition.belowOrEqual(c.s)) {
                jump(c);
            }
        }
    }

    private static final class JA extends Jump {
        JA(int displacement, int mask) {
            super(7, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (!Condition.belowOrEqual(c.s)) {
                jump(c);
            }
        }
    }

    private static final class JS extends Jump {
        JS(int displacement, int mask) {
            super(8, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (c.s.sf()) {
                jump(c);
            }
        }
    }

    private static final class JNs extends Jump {
        JNs(int displacement, int mask) {
            super(9, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (!c.s.sf()) {
                jump(c);
            }
        }
    }

    private static final class JP extends Jump {
        JP(int displacement, int mask) {
            super(10, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (c.s.pf()) {
                jump(c);
            }
        }
    }

    private static final class JNp extends Jump {
        JNp(int displacement, int mask) {
            super(11, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (!c.s.pf()) {
                jump(c);
            }
        }
    }

    private static final class JL extends Jump {
        JL(int displacement, int mask) {
            super(12, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (Condition.less(c.s)) {
                jump(c);
            }
        }
    }

    private static final class JGe extends Jump {
        JGe(int displacement, int mask) {
            super(13, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (!Condition.less(c.s)) {
                jump(c);
            }
        }
    }

    private static final class JLe extends Jump {
        JLe(int displacement, int mask) {
            super(14, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (c.s.res == 0 || Condition.less(c.s)) {
                jump(c);
            }
        }
    }

    private static final class JG extends Jump {
        JG(int displacement, int mask) {
            super(15, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            if (c.s.res != 0 && !Condition.less(c.s)) {
                jump(c);
            }
        }
    }
}
