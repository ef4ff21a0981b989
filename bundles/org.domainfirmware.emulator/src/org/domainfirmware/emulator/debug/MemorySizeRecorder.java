package org.domainfirmware.emulator.debug;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.TransferHook;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Reg;

/** Records what firmware's older services about memory sizes returned: the newest answer of each. */
final class MemorySizeRecorder implements TransferHook {
    private static final int MEMORY_SIZE = 0x12;
    private static final int SYSTEM_SERVICES = 0x15;

    private final Cpu cpu;
    private final OpenCalls<E820View.Service> open;
    private final Map<E820View.Service, E820View.SizeCall> newest = new EnumMap<>(E820View.Service.class);

    MemorySizeRecorder(Cpu cpu) {
        this.cpu = cpu;
        open = new OpenCalls<>(cpu);
    }

    @Override
    public void beforeInterrupt(int vector, Kind kind) {
        boolean watched = kind == Kind.SOFTWARE && (vector == MEMORY_SIZE || vector == SYSTEM_SERVICES) && cpu.s.isRealLike();
        open.coming(watched ? service(vector, cpu.s.gpr[Reg.EAX] & 0xFFFF) : null);
    }

    private static E820View.Service service(int vector, int ax) {
        if (vector == MEMORY_SIZE) {
            return E820View.Service.INT_12;
        }
        return switch (ax) {
            case 0xE801 -> E820View.Service.INT_15_E801;
            case 0xE881 -> E820View.Service.INT_15_E881;
            default -> ax >> 8 == 0x88 ? E820View.Service.INT_15_88 : null;
        };
    }

    @Override
    public void afterInterrupt() {
        open.entered();
    }

    @Override
    public void afterReturn() {
        E820View.Service service = open.returned();
        if (service == null) {
            return;
        }
        CpuState s = cpu.s;
        // INT 12h has no way to fail; its carry is the caller's.
        boolean failed = service != E820View.Service.INT_12 && s.cf();
        newest.put(service, new E820View.SizeCall(service, cpu.clock.instructions(), s.cs.base + s.eip, failed,
                s.gpr[Reg.EAX], s.gpr[Reg.EBX], s.gpr[Reg.ECX], s.gpr[Reg.EDX]));
    }

    /** The newest answer of each service that was asked. */
    List<E820View.SizeCall> calls() {
        return List.copyOf(newest.values());
    }
}
