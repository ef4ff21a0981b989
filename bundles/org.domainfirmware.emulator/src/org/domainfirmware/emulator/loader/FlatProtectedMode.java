package org.domainfirmware.emulator.loader;

import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.cpu.state.Segment;
import org.domainfirmware.emulator.machine.Machine;

/** The processor as a boot loader hands it to a 32-bit kernel: flat 4 GiB segments, paging and interrupts off. */
final class FlatProtectedMode {
    private static final int CODE_SELECTOR = 0x10;
    private static final int DATA_SELECTOR = 0x18;
    private static final int GDT = 0x1000;
    private static final int[] DESCRIPTORS = {0, 0, 0, 0, 0x0000FFFF, 0x00CF9B00, 0x0000FFFF, 0x00CF9300};
    private static final int CODE = Segment.GRANULAR | Segment.BIG | Segment.PRESENT | Segment.S | Segment.CODE | 3;
    private static final int DATA = Segment.GRANULAR | Segment.BIG | Segment.PRESENT | Segment.S | 3;

    private FlatProtectedMode() {
    }

    static void enter(Machine machine, int entry, int eax, int ebx, int esi) {
        CpuState s = machine.cpu().s;
        for (int i = 0; i < DESCRIPTORS.length; i++) {
            machine.memory().write(GDT + 4 * i, 4, DESCRIPTORS[i]);
        }
        s.gdtBase = GDT;
        s.gdtLimit = DESCRIPTORS.length * 4 - 1;
        s.cr0 |= Cr.CR0_PE;
        s.cs.set(CODE_SELECTOR, 0, -1, CODE);
        for (int i : new int[] {Reg.ES, Reg.SS, Reg.DS, Reg.FS, Reg.GS}) {
            s.seg[i].set(DATA_SELECTOR, 0, -1, DATA);
        }
        s.setEflags(Flag.RESERVED_ONE);
        s.gpr[Reg.EAX] = eax;
        s.gpr[Reg.EBX] = ebx;
        s.gpr[Reg.ESI] = esi;
        s.gpr[Reg.EBP] = 0;
        s.gpr[Reg.EDI] = 0;
        s.eip = entry;
        machine.cpu().setA20(true);
        machine.executor().stateReplaced();
    }
}
