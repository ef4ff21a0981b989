package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;

/** JMP far, direct and by memory. Source: SDM volume 2 JMP; volume 3, 5.8. */
public final class FarJump {
    private FarJump() {
    }

    /**
     * Jumps.
     *
     * @param offset zero extended when the operand size is 16 bits
     */
    public static void execute(Cpu c, int selector, int offset) {
        if (c.s.isRealLike()) {
            realJump(c, selector, offset);
            return;
        }
        if (DescriptorTables.isNull(selector)) {
            throw c.fault.gp(0);
        }
        Descriptor d = DescriptorTables.fetch(c, selector, Vector.GP);
        if (d.isCodeOrData()) {
            jumpToCode(c, selector, d, offset);
            return;
        }
        if (d.dpl() < c.s.cpl || d.dpl() < (selector & 3)) {
            throw c.fault.gp(DescriptorTables.error(c, selector));
        }
        switch (d.type()) {
            case Descriptor.CALL_GATE16, Descriptor.CALL_GATE32 -> {
                DescriptorTables.requirePresent(c, selector, d);
                int target = d.gateSelector();
                if (DescriptorTables.isNull(target)) {
                    throw c.fault.gp(0);
                }
                jumpToCode(c, target & 0xFFFC, DescriptorTables.fetch(c, target, Vector.GP), d.gateOffset());
            }
            case Descriptor.TASK_GATE -> {
                DescriptorTables.requirePresent(c, selector, d);
                TaskSwitch.execute(c, d.gateSelector(), TaskSwitch.Cause.JUMP);
            }
            case Descriptor.TSS16_AVAILABLE, Descriptor.TSS32_AVAILABLE ->
                    TaskSwitch.execute(c, selector, TaskSwitch.Cause.JUMP);
            default -> throw c.fault.gp(DescriptorTables.error(c, selector));
        }
    }

    private static void jumpToCode(Cpu c, int selector, Descriptor d, int offset) {
        checkCode(c, selector, d);
        if (Integer.compareUnsigned(offset, d.limit()) > 0) {
            throw c.fault.gp(0);
        }
        SegmentLoads.putCode(c, selector, d, c.s.cpl);
        c.s.eip = offset;
        c.modeChanged();
    }

    /** Checks a code descriptor for a transfer that keeps the privilege level. */
    static void checkCode(Cpu c, int selector, Descriptor d) {
        boolean allowed = d.isCode()
                && (d.isConforming() ? d.dpl() <= c.s.cpl : (selector & 3) <= c.s.cpl && d.dpl() == c.s.cpl);
        if (!allowed) {
            throw c.fault.gp(DescriptorTables.error(c, selector));
        }
        DescriptorTables.requirePresent(c, selector, d);
    }

    /** Real and virtual-8086 mode: the offset is checked against the limit that CS has. */
    static void realJump(Cpu c, int selector, int offset) {
        if (Integer.compareUnsigned(offset, c.s.cs.limit) > 0) {
            throw c.fault.gp(0);
        }
        loadRealCode(c, selector);
        c.s.eip = offset;
    }

    static void loadRealCode(Cpu c, int selector) {
        if (c.s.isVm86()) {
            c.s.cs.setVm86(selector);
            return;
        }
        // D stays as it is, so blocks of the same mode go on: no modeChanged.
        c.s.cs.setRealCode(selector);
    }
}
