package org.domainfirmware.emulator.debug;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.vmx.AssistTrace;
import org.domainfirmware.emulator.vmx.AssistTrap;

/** The trace of the VM86 monitor: a bounded number of the newest stays, sums of all. Only while it is on anything watches. */
final class AssistRecorder {
    static final int MOST = 20_000;

    private final Machine machine;
    private final Cpu cpu;
    private final HookChain hooks;
    private final Deque<AssistTrap> kept = new ArrayDeque<>();
    private AssistTrace trace;
    private boolean on;
    private long seen;
    private long began;
    private long ended;

    /** @param hooks of the processor; the trace is among them while it is on */
    AssistRecorder(Machine machine, HookChain hooks) {
        this.machine = machine;
        this.hooks = hooks;
        cpu = machine.cpu();
    }

    /** Starts a new trace, or ends the one there is; what it found stays readable. */
    void enable(boolean newOn) {
        if (newOn == on || newOn && machine.partition() == null) {
            return;
        }
        on = newOn;
        if (on) {
            kept.clear();
            seen = 0;
            began = machine.clock().instructions();
            trace = new AssistTrace(cpu, this::keep);
            hooks.add(trace);
        } else {
            hooks.remove(trace);
            ended = machine.clock().instructions();
        }
        machine.partition().listener(on ? trace : null);
    }

    private void keep(AssistTrap trap) {
        seen++;
        if (kept.size() == MOST) {
            kept.removeFirst();
        }
        kept.addLast(trap);
    }

    AssistView view(int max) {
        boolean domain = machine.partition() != null;
        long last = on ? machine.clock().instructions() : ended;
        return new AssistView(domain, on, domain && machine.partition().isMonitorActive(), domain && cpu.s.isVm86(),
                domain ? machine.partition().switches() : 0, last - began, seen, seen - kept.size(),
                trace == null ? List.of() : trace.totals(), newest(max));
    }

    private List<AssistTrap> newest(int max) {
        List<AssistTrap> list = new ArrayList<>();
        for (Iterator<AssistTrap> i = kept.descendingIterator(); i.hasNext() && list.size() < max;) {
            list.add(i.next());
        }
        Collections.reverse(list);
        return list;
    }
}
