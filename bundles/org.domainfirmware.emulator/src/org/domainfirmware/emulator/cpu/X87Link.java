package org.domainfirmware.emulator.cpu;

import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.cpu.x87.FpuHost;

/** What x87 instructions see of the integer registers. */
final class X87Link implements FpuHost {
    private final CpuState s;

    X87Link(CpuState s) {
        this.s = s;
    }

    @Override
    public int conditionFlags() {
        return s.eflags() & (CF | PF | ZF);
    }

    @Override
    public void setConditionFlags(int flags) {
        s.setArithmetic(flags & (Flag.CF | Flag.PF | Flag.ZF));
    }

    @Override
    public void setAx(int value) {
        s.gpr[Reg.EAX] = s.gpr[Reg.EAX] & 0xFFFF0000 | value & 0xFFFF;
    }
}
