package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.TransferHook.Kind;
import org.domainfirmware.emulator.cpu.fault.CpuFault;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.state.Reg;

/**
 * Entry to interrupts and exceptions, and what happens when that faults again: double fault, then
 * shutdown. Source: SDM volume 3, 6.12 and table 6-5.
 */
public final class Interrupts {
    private static final int BENIGN = 0;
    private static final int CONTRIBUTORY = 1;
    private static final int PAGE_FAULT = 2;

    private Interrupts() {
    }

    /**
     * INT n (CD), with virtual-8086 rules. {@code c.s.eip} is the return address; a fault leaves the
     * caller to restore it.
     */
    public static void software(Cpu c, int vector) {
        if (c.hook == null) {
            enterSoftware(c, vector);
            return;
        }
        c.hook.beforeInterrupt(vector, Kind.SOFTWARE);
        enterSoftware(c, vector);
        c.hook.afterInterrupt();
    }

    private static void enterSoftware(Cpu c, int vector) {
        if (!c.s.isProtected()) {
            RealInterrupt.deliver(c, vector);
            return;
        }
        if (c.s.isVm86()) {
            if (Vm86.redirects(c, vector)) {
                Vm86.deliverRedirected(c, vector);
                return;
            }
            if (c.s.iopl() != 3) {
                throw c.fault.gp(0);
            }
        }
        ProtectedInterrupt.deliver(c, vector, true, false, 0);
    }

    /** INT3 and INTO: as INT n, but not sensitive to IOPL nor redirected. */
    public static void breakpointOrOverflow(Cpu c, int vector) {
        if (c.hook != null) {
            c.hook.beforeInterrupt(vector, Kind.SOFTWARE);
        }
        if (!c.s.isProtected()) {
            RealInterrupt.deliver(c, vector);
        } else {
            ProtectedInterrupt.deliver(c, vector, true, false, 0);
        }
        if (c.hook != null) {
            c.hook.afterInterrupt();
        }
    }

    /** INT1 (F1): a debug trap without privilege check. */
    public static void icebp(Cpu c) {
        hardware(c, Vector.DB);
    }

    /** A maskable or non-maskable interrupt from outside. {@code c.s.eip} is where to come back to. */
    public static void hardware(Cpu c, int vector) {
        deliverChecked(c, vector, false, 0, true);
    }

    /** An exception. {@code c.s.eip} is already at the faulting instruction (or after it, for a trap). */
    public static void exception(Cpu c, CpuFault f) {
        if (f.vector == Vector.PF) {
            c.s.cr2 = f.address;
        }
        deliverChecked(c, f.vector, Vector.hasErrorCode(f.vector), f.errorCode, false);
    }

    private static void deliverChecked(Cpu c, int vector, boolean hasError, int errorCode, boolean external) {
        int nowVector = vector;
        boolean nowError = hasError;
        int nowCode = errorCode;
        boolean deliveringException = !external;
        while (true) {
            int eip = c.s.eip;
            int esp = c.s.gpr[Reg.ESP];
            c.ext = 1;
            if (c.hook != null) {
                c.hook.beforeInterrupt(nowVector, deliveringException ? Kind.EXCEPTION : Kind.HARDWARE);
            }
            try {
                if (c.s.isProtected()) {
                    ProtectedInterrupt.deliver(c, nowVector, false, nowError, nowCode);
                } else {
                    RealInterrupt.deliver(c, nowVector);
                }
                c.ext = 0;
                if (c.hook != null) {
                    c.hook.afterInterrupt();
                }
                return;
            } catch (CpuFault second) {
                c.ext = 0;
                c.s.eip = eip;
                c.s.gpr[Reg.ESP] = esp;
                if (second.vector == Vector.PF) {
                    c.s.cr2 = second.address;
                }
                if (nowVector == Vector.DF && deliveringException) {
                    c.shutdown = true;
                    c.leaveBlock();
                    return;
                }
                boolean twice = deliveringException && doubles(kind(nowVector), kind(second.vector));
                nowVector = twice ? Vector.DF : second.vector;
                nowError = Vector.hasErrorCode(nowVector);
                nowCode = twice ? 0 : second.errorCode;
                deliveringException = true;
            }
        }
    }

    private static int kind(int vector) {
        return switch (vector) {
            case Vector.DE, Vector.TS, Vector.NP, Vector.SS, Vector.GP -> CONTRIBUTORY;
            case Vector.PF -> PAGE_FAULT;
            default -> BENIGN;
        };
    }

    private static boolean doubles(int first, int second) {
        return first == CONTRIBUTORY && second == CONTRIBUTORY || first == PAGE_FAULT && second != BENIGN;
    }
}
