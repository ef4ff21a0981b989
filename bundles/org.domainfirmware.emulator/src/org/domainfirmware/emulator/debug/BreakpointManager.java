package org.domainfirmware.emulator.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.TransferHook;
import org.domainfirmware.emulator.cpu.mmu.AccessWatch;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.machine.Machine;

/**
 * The debugger's breakpoints, put where each costs nothing until it is near: execution ones cut
 * blocks, memory ones take their pages out of the TLB, port ones stand before the port's handler.
 */
final class BreakpointManager implements AccessWatch, TransferHook {
    /** A place the stepper wants to get to. */
    record Target(int linear, int minEsp) { }

    private final Machine machine;
    private final Cpu cpu;
    private final GuestPeek peek;
    private final Consumer<DebugEvent> events;
    private final Map<Integer, BreakpointEntry> entries = new LinkedHashMap<>();
    private final ExecutionStops stops;
    private final EmulatedExecution emulated;
    private final List<BreakpointEntry> memoryWatches = new ArrayList<>();
    /** Execution breakpoints by linear address, where a monitor may emulate what is there. */
    private final Map<Integer, List<BreakpointEntry>> emulatedPlaces = new HashMap<>();
    private Set<Integer> emulatedPages = Set.of();
    private final List<BreakpointEntry> interrupts = new ArrayList<>();
    private final List<BreakpointEntry> modes = new ArrayList<>();
    private final Map<Integer, PortWatch> ports = new HashMap<>();
    private final List<Integer> hits = new ArrayList<>();
    private boolean watchesChanged;
    private int nextId = 1;

    BreakpointManager(Machine machine, GuestPeek peek, MonitorPassage monitor, Consumer<DebugEvent> events) {
        this.machine = machine;
        emulated = new EmulatedExecution(machine, monitor);
        this.peek = peek;
        this.events = events;
        cpu = machine.cpu();
        stops = new ExecutionStops(cpu, entry -> report(entry, ""));
    }

    int add(BreakpointSpec spec) {
        BreakpointEntry entry = new BreakpointEntry(nextId, spec);
        Breakpoint what = spec.what();
        if (what instanceof Breakpoint.Port p) {
            addPorts(entry, p);
        } else if (what instanceof Breakpoint.Execution e) {
            addExecution(entry, e.at());
        } else if (what instanceof Breakpoint.Copied c) {
            stops.addCopied(entry, c.places().stream().map(this::place).toList());
        } else if (what instanceof Breakpoint.Memory) {
            memoryWatches.add(entry);
            watchesChanged = true;
        } else if (what instanceof Breakpoint.Interrupt) {
            interrupts.add(entry);
        } else if (what instanceof Breakpoint.ModeChange) {
            modes.add(entry);
        }
        entries.put(nextId, entry);
        return nextId++;
    }

    void remove(int id) {
        BreakpointEntry entry = entries.remove(id);
        if (entry == null) {
            throw new DebugException("there is no breakpoint " + id);
        }
        if (entry.spec.what() instanceof Breakpoint.Port) {
            ports.values().removeIf(w -> w.removeIfOf(entry, machine.ports()));
        } else if (entry.spec.what() instanceof Breakpoint.Execution) {
            stops.remove(entry);
            watchesChanged |= emulatedPlaces.values().removeIf(here -> here.remove(entry) && here.isEmpty());
        } else if (entry.spec.what() instanceof Breakpoint.Copied) {
            stops.remove(entry);
        }
        watchesChanged |= memoryWatches.remove(entry);
        interrupts.remove(entry);
        modes.remove(entry);
    }

    Map<Integer, Long> hitCounts() {
        Map<Integer, Long> counts = new HashMap<>();
        entries.forEach((id, entry) -> counts.put(id, entry.hits()));
        return Map.copyOf(counts);
    }

    private void addPorts(BreakpointEntry entry, Breakpoint.Port p) {
        for (int port = p.first(); port < p.first() + p.count(); port++) {
            int number = port;
            PortWatch watch = ports.computeIfAbsent(port, k -> PortWatch.install(machine.ports(), number));
            watch.add(entry, p, () -> report(entry, String.format("port %04Xh", number)));
        }
    }

    /** Puts a place to get to (null: none) beside the breakpoints. */
    void target(Target newTarget) {
        stops.target(newTarget);
    }

    /** True when the last stop was at the target. */
    boolean targetReached() {
        return stops.targetReached();
    }

    /** Breakpoints hit since the last call. */
    List<Integer> takeHits() {
        List<Integer> taken = List.copyOf(hits);
        hits.clear();
        return taken;
    }

    /** Lets the executor know of breakpoints set and removed since the last call; before the guest runs on. */
    void publish() {
        stops.publish(machine.executor());
        if (watchesChanged) {
            watchesChanged = false;
            emulatedPages = emulatedPlaces.keySet().stream().map(place -> place >>> 12).collect(Collectors.toSet());
            machine.executor().watch(memoryWatches.isEmpty() && emulatedPlaces.isEmpty() ? null : this);
        }
    }

    /** A segment and offset mean what they mean in the mode the breakpoint is set in. */
    private void addExecution(BreakpointEntry entry, Location at) {
        ExecutionStops.Place place = place(at);
        stops.add(entry, place);
        if (emulated.isPossible() && !place.isPhysical()) {
            emulatedPlaces.computeIfAbsent(place.address(), k -> new ArrayList<>(1)).add(entry);
            watchesChanged = true;
        }
    }

    private ExecutionStops.Place place(Location at) {
        if (at instanceof Location.Physical p) {
            return new ExecutionStops.Place(true, p.address());
        }
        return new ExecutionStops.Place(false, at instanceof Location.SegmentOffset s ? peek.base(s.selector()) + s.offset()
                : ((Location.Linear) at).address());
    }

    /** A breakpoint's event happened: counts, logs, and gives true when it is one to stop at. */
    private boolean report(BreakpointEntry entry, String detail) {
        if (!entry.hit(peek)) {
            return false;
        }
        switch (entry.spec.action()) {
            case LOG -> {
                events.accept(new DebugEvent.Logged(entry.id, String.format("%04X:%08X %s", cpu.s.cs.selector,
                        machine.executor().currentEip(), detail).strip()));
                return false;
            }
            case COUNT -> {
                return false;
            }
            default -> {
                hits.add(entry.id);
                machine.executor().requestStop();
                cpu.leaveBlock();
                return true;
            }
        }
    }

    @Override
    public boolean covers(int linear, int physical) {
        for (BreakpointEntry entry : memoryWatches) {
            Breakpoint.Memory m = (Breakpoint.Memory) entry.spec.what();
            int page = (m.space() == AddressSpace.PHYSICAL ? physical : linear) & ~0xFFF;
            int last = m.address() + m.length() - 1;
            if (Integer.compareUnsigned(m.address() & ~0xFFF, page) <= 0 && Integer.compareUnsigned(last, page) >= 0) {
                return true;
            }
        }
        return emulatedPages.contains(linear >>> 12);
    }

    @Override
    public void accessed(int linear, int physical, int size, boolean write) {
        List<BreakpointEntry> here = write ? null : emulatedPlaces.get(linear);
        if (here != null && emulated.begins(linear)) {
            here.forEach(entry -> report(entry, "emulated"));
        }
        for (BreakpointEntry entry : memoryWatches) {
            Breakpoint.Memory m = (Breakpoint.Memory) entry.spec.what();
            int at = m.space() == AddressSpace.PHYSICAL ? physical : linear;
            boolean touches = at - m.address() < m.length() && at + size - m.address() > 0;
            if (touches && (write ? m.onWrite() : m.onRead())) {
                report(entry, String.format("%s of %d bytes at %08Xh", write ? "write" : "read", size, at));
            }
        }
    }

    @Override
    public void beforeInterrupt(int vector, Kind kind) {
        for (BreakpointEntry entry : interrupts) {
            Breakpoint.Interrupt i = (Breakpoint.Interrupt) entry.spec.what();
            int eax = cpu.s.gpr[Reg.EAX];
            boolean matches = i.vector() == vector && (i.ah().isEmpty() || i.ah().getAsInt() == (eax >>> 8 & 0xFF))
                    && (i.ax().isEmpty() || i.ax().getAsInt() == (eax & 0xFFFF));
            if (matches) {
                report(entry, String.format("interrupt %02Xh", vector));
            }
        }
    }

    @Override
    public void modeChanged(int before, int after) {
        int changed = before ^ after;
        for (BreakpointEntry entry : modes) {
            Breakpoint.ModeChange m = (Breakpoint.ModeChange) entry.spec.what();
            int wanted = (m.pe() ? Cpu.MODE_PROTECTED : 0) | (m.vm() ? Cpu.MODE_VM86 : 0)
                    | (m.pg() ? Cpu.MODE_PAGING : 0) | (m.codeSize() ? Cpu.MODE_CODE32 : 0);
            if ((changed & wanted) != 0) {
                report(entry, String.format("mode %02Xh to %02Xh", before, after));
            }
        }
    }

    /** Instruction count of the nearest count breakpoint beyond {@code now}, or {@link Long#MAX_VALUE}. */
    long nextCount(long now) {
        long next = Long.MAX_VALUE;
        for (BreakpointEntry entry : entries.values()) {
            if (entry.spec.what() instanceof Breakpoint.InstructionCount c && c.count() > now) {
                next = Math.min(next, c.count());
            }
        }
        return next;
    }

    /** Reports count breakpoints that are due exactly now. */
    void reportCounts(long now) {
        for (BreakpointEntry entry : entries.values()) {
            if (entry.spec.what() instanceof Breakpoint.InstructionCount c && c.count() == now) {
                report(entry, now + " instructions");
            }
        }
    }
}
