package org.domainfirmware.emulator.debug;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.TransferHook;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Reg;

/** The interrupt trace: calls as a tree by depth, a bounded number of the newest. Only while it is on it is among the hooks. */
final class InterruptTracer implements TransferHook {
    static final int MOST = 20_000;
    private static final int MOST_OPEN = 64;

    /** A call that has not returned: its record, and where and on what stack it will. */
    private record Open(InterruptRecord record, int callerLinear, int esp) { }

    private final Cpu cpu;
    private final HookChain hooks;
    private final Deque<InterruptRecord> finished = new ArrayDeque<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private boolean on;
    private Open coming;
    private long nextId = 1;
    private long dropped;

    /** @param hooks of the processor */
    InterruptTracer(Cpu cpu, HookChain hooks) {
        this.cpu = cpu;
        this.hooks = hooks;
    }

    /** Begins a new trace, or ends the one there is; what it found stays readable. */
    void enable(boolean newOn) {
        if (newOn == on) {
            return;
        }
        on = newOn;
        if (on) {
            finished.clear();
            dropped = 0;
            hooks.add(this);
        } else {
            hooks.remove(this);
            forgetOpen();
        }
    }

    /** What has not returned never will. */
    void forgetOpen() {
        for (Iterator<Open> outermost = open.descendingIterator(); outermost.hasNext();) {
            keep(outermost.next().record());
        }
        open.clear();
        coming = null;
    }

    private long now() {
        return cpu.blockBase + cpu.opIndex;
    }

    private long nanos() {
        return cpu.clock.haltedNanos() + now() * cpu.clock.periodNanos();
    }

    private int[] registers() {
        CpuState s = cpu.s;
        return new int[] {s.gpr[Reg.EAX], s.gpr[Reg.EBX], s.gpr[Reg.ECX], s.gpr[Reg.EDX], s.gpr[Reg.ESI],
            s.gpr[Reg.EDI], s.gpr[Reg.EBP], s.ds.selector | s.es.selector << 16};
    }

    @Override
    public void beforeInterrupt(int vector, Kind kind) {
        CpuState s = cpu.s;
        int depth = open.size();
        InterruptRecord record = new InterruptRecord(nextId, depth, vector, InterruptRecord.Kind.valueOf(kind.name()),
                s.cs.selector, s.eip, registers(), null, 0, now(), nanos(), -1);
        coming = new Open(record, s.cs.base + s.eip, s.gpr[Reg.ESP]);
    }

    @Override
    public void afterInterrupt() {
        if (coming == null) {
            return;
        }
        nextId++;
        if (open.size() == MOST_OPEN) {
            // Handlers that never return (a boot loader, a task switch) must not fill the tree.
            keep(open.removeLast().record());
        }
        open.push(coming);
        coming = null;
    }

    @Override
    public void afterReturn() {
        if (open.isEmpty()) {
            return;
        }
        int linear = cpu.s.cs.base + cpu.s.eip;
        int esp = cpu.s.gpr[Reg.ESP];
        boolean known = open.stream().anyMatch(o -> o.callerLinear() == linear && (o.esp() ^ esp) << 16 == 0);
        if (!known) {
            return;
        }
        while (true) {
            Open o = open.pop();
            InterruptRecord r = o.record();
            boolean returned = o.callerLinear() == linear && (o.esp() ^ esp) << 16 == 0;
            // The returning instruction is not counted yet.
            long took = nanos() + cpu.clock.periodNanos() - r.startNanos();
            keep(returned ? new InterruptRecord(r.id(), r.depth(), r.vector(), r.kind(), r.callerSelector(),
                    r.callerOffset(), r.in(), registers(), cpu.s.eflags(), r.start(), r.startNanos(), took) : r);
            if (returned) {
                return;
            }
        }
    }

    private void keep(InterruptRecord record) {
        if (finished.size() == MOST) {
            finished.removeFirst();
            dropped++;
        }
        finished.add(record);
    }

    /** Records with an id above {@code after} in the order of their ids, running ones included; the {@code max} newest. */
    InterruptTraceView view(long after, int max) {
        List<InterruptRecord> list = new ArrayList<>();
        finished.stream().filter(r -> r.id() > after).forEach(list::add);
        open.stream().map(Open::record).filter(r -> r.id() > after).forEach(list::add);
        list.sort(Comparator.comparingLong(InterruptRecord::id));
        int left = Math.max(0, list.size() - max);
        return new InterruptTraceView(on, list.subList(left, list.size()), dropped + left);
    }
}
