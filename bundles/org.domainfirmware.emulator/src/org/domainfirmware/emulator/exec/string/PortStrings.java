package org.domainfirmware.emulator.exec.string;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.sem.system.IoPermission;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.system.PortAccess;

/**
 * INS and OUTS. Each element is a port access at its own instruction count, so that what a device
 * does by the clock is the same when the run is single-stepped.
 */
final class PortStrings {
    private PortStrings() {
    }

    static final class In extends StringOp {
        In(Instruction in, Cpu c, int size) {
            super(in, c, size);
        }

        @Override
        void step(Cpu c) {
            int port = c.s.gpr[Reg.EDX] & 0xFFFF;
            IoPermission.check(c, port, size);
            int di = di(c);
            // The write must not fault once the device has given the byte away.
            c.mem.check(c.s.es, di, size, true);
            if (c.mem.writeRunAt(c.s.es.base + di) < 0) {
                c.linear.probe(c.s.es.base + di, size, true);
            }
            write(c, c.s.es, di, PortAccess.read(c, port, size));
            moveDi(c, delta(c));
        }
    }

    static final class Out extends StringOp {
        Out(Instruction in, Cpu c, int size) {
            super(in, c, size);
        }

        @Override
        void step(Cpu c) {
            int port = c.s.gpr[Reg.EDX] & 0xFFFF;
            IoPermission.check(c, port, size);
            int value = read(c, source, si(c));
            PortAccess.write(c, port, size, value);
            moveSi(c, delta(c));
        }
    }
}
