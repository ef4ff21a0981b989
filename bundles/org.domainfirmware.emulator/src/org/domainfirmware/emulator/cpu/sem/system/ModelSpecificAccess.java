package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.ModelSpecific;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Reg;

/** RDMSR, WRMSR, RDTSC, RDPMC. Source: SDM volume 2; volume 4. */
public final class ModelSpecificAccess {
    private ModelSpecificAccess() {
    }

    /** RDMSR: number in ECX, value in EDX:EAX. An unknown number is #GP(0). */
    public static void rdmsr(Cpu c) {
        ControlRegisters.requireLevel0(c);
        setEdxEax(c, read(c, c.s.gpr[Reg.ECX]));
    }

    /** WRMSR. */
    public static void wrmsr(Cpu c) {
        ControlRegisters.requireLevel0(c);
        long value = c.s.gpr[Reg.EAX] & 0xFFFFFFFFL | (long) c.s.gpr[Reg.EDX] << 32;
        write(c, c.s.gpr[Reg.ECX], value);
    }

    /** RDTSC. */
    public static void rdtsc(Cpu c) {
        if ((c.s.cr4 & Cr.CR4_TSD) != 0 && c.s.cpl != 0) {
            throw c.fault.gp(0);
        }
        setEdxEax(c, timeStamp(c));
    }

    /** RDPMC: the two event counters, which count nothing here. */
    public static void rdpmc(Cpu c) {
        boolean allowed = c.s.cpl == 0 || (c.s.cr4 & Cr.CR4_PCE) != 0;
        int counter = c.s.gpr[Reg.ECX];
        if (!allowed || counter != 0 && counter != 1) {
            throw c.fault.gp(0);
        }
        setEdxEax(c, c.msr.held()[ModelSpecific.heldAt(ModelSpecific.PERFORMANCE_0 + counter, c.s.model)]);
    }

    /** Time-stamp counter: guest nanoseconds, as a processor of 1 GHz counts. */
    private static long timeStamp(Cpu c) {
        c.syncTime();
        return c.clock.nanos() + c.msr.tscOffset;
    }

    /** A register's value; raises #GP(0) when the model has none of that number. */
    public static long read(Cpu c, int number) {
        if (number == ModelSpecific.TSC) {
            return timeStamp(c);
        }
        int at = ModelSpecific.heldAt(number, c.s.model);
        if (at >= 0) {
            return c.msr.held()[at];
        }
        if (c.s.model == CpuModel.PPRO) {
            switch (number) {
                case ModelSpecific.APIC_BASE:
                    return c.msr.apicBase();
                case ModelSpecific.PLATFORM_ID, ModelSpecific.MCG_CAP:
                    return 0;
                case ModelSpecific.MTRR_CAPABILITIES:
                    return 8;
                default:
                    if (ModelSpecific.isFixedMtrr(number)) {
                        return 0;
                    }
                    break;
            }
        }
        throw c.fault.gp(0);
    }

    /** Writes a register; raises #GP(0) when the model has none of that number, or it does not take the value. */
    public static void write(Cpu c, int number, long value) {
        if (number == ModelSpecific.TSC) {
            c.syncTime();
            c.msr.tscOffset = value - c.clock.nanos();
            return;
        }
        int at = ModelSpecific.heldAt(number, c.s.model);
        if (at >= 0) {
            c.msr.held()[at] = value;
            return;
        }
        boolean ppro = c.s.model == CpuModel.PPRO;
        if (ppro && number == ModelSpecific.APIC_BASE) {
            if (!c.msr.writeApicBase(value)) {
                throw c.fault.gp(0);
            }
            c.leaveBlock();
            return;
        }
        boolean ignored = number == ModelSpecific.BIOS_UPDATE_TRIGGER || ModelSpecific.isFixedMtrr(number);
        if (!ppro || !ignored) {
            throw c.fault.gp(0);
        }
    }

    private static void setEdxEax(Cpu c, long value) {
        c.s.gpr[Reg.EAX] = (int) value;
        c.s.gpr[Reg.EDX] = (int) (value >>> 32);
    }
}
