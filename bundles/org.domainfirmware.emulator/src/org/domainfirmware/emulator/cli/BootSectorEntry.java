package org.domainfirmware.emulator.cli;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.TransferHook;
import org.domainfirmware.emulator.cpu.state.CpuState;

/** Notes when the firmware hands over to a boot sector: at the first far return or IRET to linear address 7C00h in real mode. */
final class BootSectorEntry implements TransferHook {
    private static final int BOOT_ADDRESS = 0x7C00;

    private final Cpu cpu;
    private long instructions = -1;

    BootSectorEntry(Cpu cpu) {
        this.cpu = cpu;
    }

    @Override
    public void afterReturn() {
        CpuState s = cpu.s;
        if (instructions < 0 && s.isRealLike() && s.cs.base + s.eip == BOOT_ADDRESS) {
            instructions = cpu.blockBase + cpu.opIndex + 1;     // the return itself is not counted yet
        }
    }

    /** Instructions from reset to the boot sector's first one, or -1 while none was started. */
    long instructions() {
        return instructions;
    }
}
