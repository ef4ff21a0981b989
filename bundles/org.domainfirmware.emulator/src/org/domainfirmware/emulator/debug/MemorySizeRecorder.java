package org.domainfirmware.emulator.debug;

import java.util.ArrayDeque;
import java.util.Deque;
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
    private static final int MOST_OPEN = 16;

    /** A call that has not returned. */
    private record Open(E820View.Service service, int caller, int esp) { }

    private final Cpu cpu;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<E820View.Service, E820View.SizeCall> newest = new EnumMap<>(E820View.Service.class);
    private Open coming;

    MemorySizeRecorder(Cpu cpu) {
        this.cpu = cpu;
    }

    @Override
    public void beforeInterrupt(int vector, Kind kind) {
        coming = null;
        if (kind != Kind.SOFTWARE || vector != MEMORY_SIZE && vector != SYSTEM_SERVICES || !cpu.s.isRealLike()) {
            return;
        }
        CpuState s = cpu.s;
        E820View.Service asked = service(vector, s.gpr[Reg.EAX] & 0xFFFF);
        if (asked != null) {
            coming = new Open(asked, s.cs.base + s.eip, s.gpr[Reg.ESP]);
        }
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
        if (coming != null) {
            if (open.size() == MOST_OPEN) {
                open.removeLast();
            }
            open.push(coming);
            coming = null;
        }
    }

    @Override
    public void afterReturn() {
        Open call = open.peek();
        CpuState s = cpu.s;
        if (call == null || s.cs.base + s.eip != call.caller() || (s.gpr[Reg.ESP] ^ call.esp()) << 16 != 0) {
            return;
        }
        open.pop();
        // INT 12h has no way to fail; its carry is the caller's.
        boolean failed = call.service() != E820View.Service.INT_12 && s.cf();
        newest.put(call.service(), new E820View.SizeCall(call.service(), cpu.clock.instructions(), call.caller(), failed,
                s.gpr[Reg.EAX], s.gpr[Reg.EBX], s.gpr[Reg.ECX], s.gpr[Reg.EDX]));
    }

    /** The newest answer of each service that was asked. */
    List<E820View.SizeCall> calls() {
        return List.copyOf(newest.values());
    }
}
