package org.domainfirmware.emulator.debug;

import java.util.ArrayDeque;
import java.util.Deque;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Reg;

/**
 * Real-mode calls of services that have not returned, the innermost first. A call has returned when its caller goes on with the stack
 * it had before.
 *
 * @param <T> what is to be known of a call when it returns
 */
final class OpenCalls<T> {
    /** A guest that never returns does not fill the memory: the outermost ones are forgotten. */
    private static final int MOST = 16;

    private record Open<T>(int caller, int esp, T call) { }

    private final Cpu cpu;
    private final Deque<Open<T>> open = new ArrayDeque<>();
    private Open<T> coming;

    OpenCalls(Cpu cpu) {
        this.cpu = cpu;
    }

    /** Before an interrupt. @param call null: it is none of those that are watched */
    void coming(T call) {
        CpuState s = cpu.s;
        coming = call == null ? null : new Open<>(s.cs.base + s.eip, s.gpr[Reg.ESP], call);
    }

    /** The interrupt announced has been entered. */
    void entered() {
        if (coming != null) {
            if (open.size() == MOST) {
                open.removeLast();
            }
            open.push(coming);
            coming = null;
        }
    }

    /** After a return: the call that ends by it, null when it ends none. */
    T returned() {
        Open<T> call = open.peek();
        CpuState s = cpu.s;
        if (call == null || s.cs.base + s.eip != call.caller() || (s.gpr[Reg.ESP] ^ call.esp()) << 16 != 0) {
            return null;
        }
        return open.pop().call();
    }
}
