package org.domainfirmware.emulator.debug;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.TransferHook;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Reg;

/** Records what INT 15h AX=E820h returns: a call is remembered at its entry and completed by the return to its caller. */
public final class E820Recorder implements TransferHook {
    /** Calls kept; older ones are counted. */
    public static final int MOST = 512;
    private static final int VECTOR = 0x15;
    private static final int FUNCTION = 0xE820;
    private static final int MOST_OPEN = 16;

    /** A call that has not returned. */
    private record Open(int caller, int esp, int ebx, int buffer) { }

    private final Cpu cpu;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<E820View.Call> calls = new ArrayDeque<>();
    private Open coming;
    private long dropped;

    public E820Recorder(Cpu cpu) {
        this.cpu = cpu;
    }

    @Override
    public void beforeInterrupt(int vector, Kind kind) {
        CpuState s = cpu.s;
        boolean asked = vector == VECTOR && kind == Kind.SOFTWARE && (s.gpr[Reg.EAX] & 0xFFFF) == FUNCTION
                && s.isRealLike();
        coming = asked ? new Open(s.cs.base + s.eip, s.gpr[Reg.ESP], s.gpr[Reg.EBX],
                s.es.base + (s.gpr[Reg.EDI] & 0xFFFF)) : null;
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
        if (calls.size() == MOST) {
            calls.removeFirst();
            dropped++;
        }
        boolean failed = s.cf();
        calls.add(new E820View.Call(cpu.clock.instructions(), call.caller(), call.ebx(), s.gpr[Reg.EBX],
                s.gpr[Reg.ECX], failed, failed ? new E820View.Entry(0, 0, 0, "") : entry(call.buffer())));
    }

    private E820View.Entry entry(int at) {
        return new E820View.Entry(peek(at) & 0xFFFFFFFFL | (long) peek(at + 4) << 32,
                peek(at + 8) & 0xFFFFFFFFL | (long) peek(at + 12) << 32, peek(at + 16), "");
    }

    private int peek(int linear) {
        long physical = cpu.paging.peek(linear);
        return physical < 0 ? 0 : cpu.memory.peek((int) physical, 4);
    }

    /** The calls kept, oldest first. */
    public List<E820View.Call> calls() {
        return new ArrayList<>(calls);
    }

    /** Calls no longer kept. */
    public long dropped() {
        return dropped;
    }
}
