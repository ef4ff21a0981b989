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

    /** What a call asks for: the continuation value, and linear where its answer goes. */
    private record Question(int ebx, int buffer) { }

    private final Cpu cpu;
    private final OpenCalls<Question> open;
    private final Deque<E820View.Call> calls = new ArrayDeque<>();
    private long dropped;

    public E820Recorder(Cpu cpu) {
        this.cpu = cpu;
        open = new OpenCalls<>(cpu);
    }

    @Override
    public void beforeInterrupt(int vector, Kind kind) {
        CpuState s = cpu.s;
        boolean asked = vector == VECTOR && kind == Kind.SOFTWARE && (s.gpr[Reg.EAX] & 0xFFFF) == FUNCTION
                && s.isRealLike();
        open.coming(asked ? new Question(s.gpr[Reg.EBX], s.es.base + (s.gpr[Reg.EDI] & 0xFFFF)) : null);
    }

    @Override
    public void afterInterrupt() {
        open.entered();
    }

    @Override
    public void afterReturn() {
        Question question = open.returned();
        if (question == null) {
            return;
        }
        CpuState s = cpu.s;
        if (calls.size() == MOST) {
            calls.removeFirst();
            dropped++;
        }
        boolean failed = s.cf();
        calls.add(new E820View.Call(cpu.clock.instructions(), s.cs.base + s.eip, question.ebx(), s.gpr[Reg.EBX],
                s.gpr[Reg.ECX], s.gpr[Reg.EAX], failed, failed ? new E820View.Entry(0, 0, 0, "") : entry(question.buffer())));
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
