package org.domainfirmware.emulator.debug;

import java.util.LinkedHashMap;
import java.util.Map;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.ModelSpecific;
import org.domainfirmware.emulator.cpu.fault.CpuFault;
import org.domainfirmware.emulator.cpu.sem.system.ModelSpecificAccess;
import org.domainfirmware.emulator.cpu.state.CpuModel;

/** The model-specific registers by their names. Source: SDM volume 4, tables of the P6 family and the Pentium. */
final class ModelSpecificRegisters {
    private static final int MTRR_FIRST = 0x200;
    private static final int VARIABLE_MTRRS = 8;
    private static final int MTRR_DEFAULT = 0x2FF;
    private static final Map<String, Integer> PENTIUM = Map.of("P5_MC_ADDR", ModelSpecific.MACHINE_CHECK_ADDRESS, "P5_MC_TYPE",
            ModelSpecific.MACHINE_CHECK_TYPE, "IA32_TIME_STAMP_COUNTER", ModelSpecific.TSC);
    private static final Map<String, Integer> PPRO = ppro();

    private ModelSpecificRegisters() {
    }

    private static Map<String, Integer> ppro() {
        Map<String, Integer> map = new LinkedHashMap<>(PENTIUM);
        map.put("IA32_PLATFORM_ID", ModelSpecific.PLATFORM_ID);
        map.put("IA32_APIC_BASE", ModelSpecific.APIC_BASE);
        map.put("EBL_CR_POWERON", ModelSpecific.EBL_CR_POWERON);
        map.put("BIOS_SIGN", ModelSpecific.BIOS_SIGNATURE);
        map.put("PerfCtr0", ModelSpecific.PERFORMANCE_0);
        map.put("PerfCtr1", ModelSpecific.PERFORMANCE_1);
        map.put("MTRRcap", ModelSpecific.MTRR_CAPABILITIES);
        map.put("BBL_CR_CTL", ModelSpecific.BBL_CR_CTL);
        map.put("MCG_CAP", ModelSpecific.MCG_CAP);
        map.put("MCG_STATUS", ModelSpecific.MCG_STATUS);
        map.put("PerfEvtSel0", ModelSpecific.EVENT_SELECT_0);
        map.put("PerfEvtSel1", ModelSpecific.EVENT_SELECT_1);
        map.put("DEBUGCTL", ModelSpecific.DEBUG_CONTROL);
        for (int i = 0; i < VARIABLE_MTRRS; i++) {
            map.put("MTRRphysBase" + i, MTRR_FIRST + 2 * i);
            map.put("MTRRphysMask" + i, MTRR_FIRST + 2 * i + 1);
        }
        map.put("MTRRdefType", MTRR_DEFAULT);
        return map;
    }

    private static Map<String, Integer> of(CpuModel model) {
        return model == CpuModel.PPRO ? PPRO : model.atLeast(CpuModel.PENTIUM) ? PENTIUM : Map.of();
    }

    /** All the processor has, in the order of their numbers. */
    static Map<String, Long> read(Cpu cpu) {
        Map<String, Long> values = new LinkedHashMap<>();
        of(cpu.s.model).entrySet().stream().sorted(Map.Entry.comparingByValue())
                .forEach(e -> values.put(e.getKey(), read(cpu, e.getValue())));
        return values;
    }

    private static long read(Cpu cpu, int number) {
        // RDTSC makes the clock exact first; between instructions it is, and observing may not touch it.
        return number == ModelSpecific.TSC ? cpu.clock.nanos() + cpu.msr.tscOffset : ModelSpecificAccess.read(cpu, number);
    }

    /** Whether the processor has one of that name, in any case. */
    static boolean has(Cpu cpu, String name) {
        return of(cpu.s.model).keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Writes as WRMSR does. */
    static void write(Cpu cpu, String name, long value) {
        of(cpu.s.model).forEach((known, number) -> {
            if (known.equalsIgnoreCase(name)) {
                write(cpu, known, number, value);
            }
        });
    }

    private static void write(Cpu cpu, String name, int number, long value) {
        if (number == ModelSpecific.TSC) {
            cpu.msr.tscOffset = value - cpu.clock.nanos();
            return;
        }
        try {
            ModelSpecificAccess.write(cpu, number, value);
        } catch (CpuFault f) {
            throw new DebugException(String.format("%s does not take %X: WRMSR raises #GP", name, value));
        }
    }
}
