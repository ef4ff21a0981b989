package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.sem.Stack;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.cpu.state.Segment;

/** CALL far: to code, through call gates and task gates. Source: SDM volume 2 CALL; volume 3, 5.8. */
public final class FarCall {
    private FarCall() {
    }

    /**
     * Calls; {@code c.s.eip} is the return address.
     *
     * @param size operand size in bytes, 2 or 4
     */
    public static void execute(Cpu c, int selector, int offset, int size) {
        if (c.s.isRealLike()) {
            callReal(c, selector, offset, size);
            return;
        }
        if (DescriptorTables.isNull(selector)) {
            throw c.fault.gp(0);
        }
        Descriptor d = DescriptorTables.fetch(c, selector, Vector.GP);
        if (d.isCodeOrData()) {
            FarJump.checkCode(c, selector, d);
            callSameLevel(c, selector, d, offset, size);
            return;
        }
        if (d.dpl() < c.s.cpl || d.dpl() < (selector & 3)) {
            throw c.fault.gp(DescriptorTables.error(c, selector));
        }
        switch (d.type()) {
            case Descriptor.CALL_GATE16, Descriptor.CALL_GATE32 -> {
                DescriptorTables.requirePresent(c, selector, d);
                callGate(c, d);
            }
            case Descriptor.TASK_GATE -> {
                DescriptorTables.requirePresent(c, selector, d);
                TaskSwitch.execute(c, d.gateSelector(), TaskSwitch.Cause.CALL);
            }
            case Descriptor.TSS16_AVAILABLE, Descriptor.TSS32_AVAILABLE ->
                    TaskSwitch.execute(c, selector, TaskSwitch.Cause.CALL);
            default -> throw c.fault.gp(DescriptorTables.error(c, selector));
        }
    }

    private static void callReal(Cpu c, int selector, int offset, int size) {
        int esp = c.s.gpr[Reg.ESP];
        try {
            Stack.push(c, size, c.s.cs.selector);
            Stack.push(c, size, c.s.eip);
            FarJump.realJump(c, selector, offset);
        } catch (org.domainfirmware.emulator.cpu.fault.CpuFault f) {
            c.s.gpr[Reg.ESP] = esp;
            throw f;
        }
    }

    private static void callSameLevel(Cpu c, int selector, Descriptor d, int offset, int size) {
        int esp = c.s.gpr[Reg.ESP];
        try {
            Stack.push(c, size, c.s.cs.selector);
            Stack.push(c, size, c.s.eip);
            if (Integer.compareUnsigned(offset, d.limit()) > 0) {
                throw c.fault.gp(0);
            }
            SegmentLoads.putCode(c, selector, d, c.s.cpl);
        } catch (org.domainfirmware.emulator.cpu.fault.CpuFault f) {
            c.s.gpr[Reg.ESP] = esp;
            throw f;
        }
        c.s.eip = offset;
        c.modeChanged();
    }

    private static void callGate(Cpu c, Descriptor gate) {
        int target = gate.gateSelector();
        if (DescriptorTables.isNull(target)) {
            throw c.fault.gp(0);
        }
        Descriptor d = DescriptorTables.fetch(c, target, Vector.GP);
        if (!d.isCode() || d.dpl() > c.s.cpl) {
            throw c.fault.gp(DescriptorTables.error(c, target));
        }
        DescriptorTables.requirePresent(c, target, d);
        int size = gate.operandSize();
        if (d.isConforming() || d.dpl() == c.s.cpl) {
            callSameLevel(c, target, d, gate.gateOffset(), size);
            return;
        }
        callInner(c, gate, target, d, size);
    }

    private static void callInner(Cpu c, Descriptor gate, int target, Descriptor d, int size) {
        NewStack stack = NewStack.fromTss(c, d.dpl());
        Segment old = c.s.ss;
        int oldEsp = c.s.gpr[Reg.ESP];
        stack.push(size, old.selector);
        stack.push(size, oldEsp);
        for (int i = gate.gateParameters() - 1; i >= 0; i--) {
            stack.push(size, Stack.peek(c, size, i));
        }
        stack.push(size, c.s.cs.selector);
        stack.push(size, c.s.eip);
        if (Integer.compareUnsigned(gate.gateOffset(), d.limit()) > 0) {
            throw c.fault.gp(0);
        }
        SegmentLoads.putCode(c, target, d, d.dpl());
        stack.commit();
        c.s.eip = gate.gateOffset();
        c.modeChanged();
    }
}
