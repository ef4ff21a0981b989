package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.sem.system.IoPermission;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.Rm;

/** IN and OUT with the accumulator; the port is an immediate or DX. */
final class PortOps {
    private PortOps() {
    }

    static final class In extends Op {
        private final Rm accumulator;
        /** The port, or -1 for DX. */
        private final int port;

        In(int size, int port) {
            accumulator = Rm.register(Reg.EAX, size);
            this.port = port;
        }

        @Override
        public void run(Cpu c) {
            int p = port < 0 ? c.s.gpr[Reg.EDX] & 0xFFFF : port;
            IoPermission.check(c, p, accumulator.size);
            accumulator.write(c, PortAccess.read(c, p, accumulator.size));
        }
    }

    static final class Out extends Op {
        private final Rm accumulator;
        private final int port;

        Out(int size, int port) {
            accumulator = Rm.register(Reg.EAX, size);
            this.port = port;
        }

        @Override
        public void run(Cpu c) {
            int p = port < 0 ? c.s.gpr[Reg.EDX] & 0xFFFF : port;
            IoPermission.check(c, p, accumulator.size);
            PortAccess.write(c, p, accumulator.size, accumulator.read(c));
        }
    }
}
