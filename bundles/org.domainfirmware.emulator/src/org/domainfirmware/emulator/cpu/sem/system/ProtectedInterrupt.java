package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.CpuFault;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.sem.Stack;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.state.Reg;

/** Interrupt and trap gates and task gates of the IDT. Source: SDM volume 3, 6.12. */
final class ProtectedInterrupt {
    private ProtectedInterrupt() {
    }

    /**
     * Enters a handler.
     *
     * @param software by INT n, INT3 or INTO: the gate's DPL counts
     */
    static void deliver(Cpu c, int vector, boolean software, boolean hasError, int errorCode) {
        int error = vector * 8 + 2 | c.ext;
        if (vector * 8 + 7 > c.s.idtLimit) {
            throw c.fault.gp(error);
        }
        Descriptor gate = DescriptorTables.readAt(c, c.s.idtBase + vector * 8);
        boolean known = switch (gate.type()) {
            case Descriptor.TASK_GATE, Descriptor.INTERRUPT_GATE16, Descriptor.TRAP_GATE16,
                    Descriptor.INTERRUPT_GATE32, Descriptor.TRAP_GATE32 -> !gate.isCodeOrData();
            default -> false;
        };
        if (!known || software && gate.dpl() < c.s.cpl) {
            throw c.fault.gp(error);
        }
        if (!gate.isPresent()) {
            throw c.fault.np(error);
        }
        if (gate.type() == Descriptor.TASK_GATE) {
            deliverTask(c, gate, hasError, errorCode);
        } else {
            deliverGate(c, gate, hasError, errorCode);
        }
    }

    private static void deliverTask(Cpu c, Descriptor gate, boolean hasError, int errorCode) {
        TaskSwitch.execute(c, gate.gateSelector(), TaskSwitch.Cause.INTERRUPT);
        if (hasError) {
            Stack.push(c, (c.s.tr.access & 8) != 0 ? 4 : 2, errorCode);
        }
    }

    private static void deliverGate(Cpu c, Descriptor gate, boolean hasError, int errorCode) {
        int selector = gate.gateSelector();
        if (DescriptorTables.isNull(selector)) {
            throw c.fault.gp(c.ext);
        }
        Descriptor code = DescriptorTables.fetch(c, selector, Vector.GP);
        if (!code.isCode() || code.dpl() > c.s.cpl) {
            throw c.fault.gp(DescriptorTables.error(c, selector));
        }
        DescriptorTables.requirePresent(c, selector, code);
        int size = gate.operandSize();
        int flags = c.s.eflags();
        boolean inner = !code.isConforming() && code.dpl() < c.s.cpl;
        if (c.s.isVm86() && (!inner || code.dpl() != 0)) {
            throw c.fault.gp(DescriptorTables.error(c, selector));
        }
        if (inner) {
            enterInner(c, gate, selector, code, size, flags, hasError, errorCode);
        } else {
            enterSame(c, gate, selector, code, size, flags, hasError, errorCode);
        }
        int cleared = Flag.TF | Flag.NT | Flag.VM | Flag.RF;
        boolean interruptGate = (gate.type() & 1) == 0;
        c.s.systemFlags &= ~(interruptGate ? cleared | Flag.IF : cleared);
        c.s.eip = gate.gateOffset();
        c.modeChanged();
    }

    private static void enterInner(Cpu c, Descriptor gate, int selector, Descriptor code, int size, int flags,
            boolean hasError, int errorCode) {
        boolean fromVm86 = c.s.isVm86();
        NewStack stack = NewStack.fromTss(c, code.dpl());
        if (fromVm86) {
            stack.push(size, c.s.gs.selector);
            stack.push(size, c.s.fs.selector);
            stack.push(size, c.s.ds.selector);
            stack.push(size, c.s.es.selector);
        }
        stack.push(size, c.s.ss.selector);
        stack.push(size, c.s.gpr[Reg.ESP]);
        stack.push(size, flags);
        stack.push(size, c.s.cs.selector);
        stack.push(size, c.s.eip);
        if (hasError) {
            stack.push(size, errorCode);
        }
        checkOffset(c, gate, code);
        c.s.systemFlags &= ~Flag.VM;
        SegmentLoads.putCode(c, selector, code, code.dpl());
        stack.commit();
        if (fromVm86) {
            c.s.gs.setNull(0);
            c.s.fs.setNull(0);
            c.s.ds.setNull(0);
            c.s.es.setNull(0);
        }
    }

    private static void enterSame(Cpu c, Descriptor gate, int selector, Descriptor code, int size, int flags,
            boolean hasError, int errorCode) {
        int esp = c.s.gpr[Reg.ESP];
        try {
            Stack.push(c, size, flags);
            Stack.push(c, size, c.s.cs.selector);
            Stack.push(c, size, c.s.eip);
            if (hasError) {
                Stack.push(c, size, errorCode);
            }
            checkOffset(c, gate, code);
            SegmentLoads.putCode(c, selector, code, c.s.cpl);
        } catch (CpuFault f) {
            c.s.gpr[Reg.ESP] = esp;
            throw f;
        }
    }

    private static void checkOffset(Cpu c, Descriptor gate, Descriptor code) {
        if (Integer.compareUnsigned(gate.gateOffset(), code.limit()) > 0) {
            throw c.fault.gp(c.ext);
        }
    }
}
