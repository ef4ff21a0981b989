package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.op.FarCallOp;
import org.domainfirmware.emulator.exec.op.Op;

/**
 * Far calls and returns of real-mode firmware, 16-bit: the mode is part of a block's key, so no descriptor, no
 * privilege and no change of flags can come in. Source: SDM volume 2, CALL and RET.
 */
final class RealFarOps {
    private RealFarOps() {
    }

    static final class Call extends FarCallOp {
        private final int selector;
        private final int offset;
        private final int stackMask;

        Call(int selector, int offset, int stackMask) {
            this.selector = selector;
            this.offset = offset;
            this.stackMask = stackMask;
        }

        @Override
        public void run(Cpu c) {
            CpuState s = c.s;
            if (Integer.compareUnsigned(offset, s.cs.limit) > 0) {
                throw c.fault.gp(0);
            }
            int[] g = s.gpr;
            int esp = g[Reg.ESP];
            int top = esp - 4 & stackMask;
            // Both words at once, unless SP wraps between them or the stack is no plain memory.
            if (Integer.compareUnsigned(top, stackMask - 3) > 0
                    || !c.mem.writePlain32(s.ss, top, s.cs.selector << 16 | s.eip & 0xFFFF)) {
                c.mem.write16(s.ss, esp - 2 & stackMask, s.cs.selector);
                c.mem.write16(s.ss, top, s.eip);
            }
            g[Reg.ESP] = esp & ~stackMask | top;
            s.cs.setRealCode(selector);
            c.blockEip = offset - end;
            s.eip = offset + bytesAtTarget;
            if (Integer.compareUnsigned(s.eip - 1, s.cs.limit) > 0 && bytesAtTarget != 0) {
                c.leaveBlock();
            }
        }

        @Override
        public int target() {
            return (selector << 4) + offset;
        }
    }

    static final class Return extends Op {
        private final int released;
        private final int stackMask;

        Return(int parameters, int stackMask) {
            released = parameters + 4;
            this.stackMask = stackMask;
        }

        @Override
        public void run(Cpu c) {
            CpuState s = c.s;
            int[] g = s.gpr;
            int esp = g[Reg.ESP];
            int top = esp & stackMask;
            long both = Integer.compareUnsigned(top, stackMask - 3) > 0 ? -1 : c.mem.readPlain32(s.ss, top);
            int offset = both >= 0 ? (int) both & 0xFFFF : c.mem.read16(s.ss, top);
            int selector = both >= 0 ? (int) (both >>> 16) : c.mem.read16(s.ss, esp + 2 & stackMask);
            if (Integer.compareUnsigned(offset, s.cs.limit) > 0) {
                throw c.fault.gp(0);
            }
            g[Reg.ESP] = esp & ~stackMask | esp + released & stackMask;
            s.cs.setRealCode(selector);
            s.eip = offset;
            if (c.hook != null) {
                c.hook.afterReturn();
            }
        }
    }
}
