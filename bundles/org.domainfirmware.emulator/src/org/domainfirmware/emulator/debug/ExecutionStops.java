package org.domainfirmware.emulator.debug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.Breakpoints;
import org.domainfirmware.emulator.exec.Executor;

/**
 * Where the guest is to stop before an instruction: execution breakpoints, found by their address however many there are,
 * and the place a stepper wants to get to. Changes reach the executor together, before the guest's next slice: it makes
 * all blocks anew then, once for a thousand breakpoints too.
 */
final class ExecutionStops implements Breakpoints {
    private static final int PAGE = 0x1000;

    record Place(boolean isPhysical, int address) { }

    private final Cpu cpu;
    private final Predicate<BreakpointEntry> report;
    /** By offset in their page, which all aliases of a place have in common. */
    private final Map<Integer, List<BreakpointEntry>> byOffset = new HashMap<>();
    /**
     * A bit for each offset in a page that has a breakpoint in some page. Linear and physical addresses have the same
     * offset, so most instructions are known to be none without a walk of page tables or a look into the maps.
     */
    private final long[] offsets = new long[PAGE / Long.SIZE];
    private final Map<BreakpointEntry, Place> places = new HashMap<>();
    private final Map<BreakpointEntry, List<Place>> originals = new HashMap<>();
    private final CopiedCode copies;
    private BreakpointManager.Target target;
    private boolean targetReached;
    private boolean changed;

    /** @param report counts a hit; true when the guest is to stop for it */
    ExecutionStops(Cpu cpu, Predicate<BreakpointEntry> report) {
        this.cpu = cpu;
        this.report = report;
        copies = new CopiedCode(cpu.memory.store());
    }

    void add(BreakpointEntry entry, Place place) {
        places.put(entry, place);
        byOffset.computeIfAbsent(offset(place.address()), k -> new ArrayList<>(1)).add(entry);
        changed = true;
    }

    /** A breakpoint known by its bytes, and where they are by themselves. */
    void addCopied(BreakpointEntry entry, List<Place> itself) {
        originals.put(entry, itself);
        copies.add(entry);
        changed = true;
    }

    void remove(BreakpointEntry entry) {
        if (originals.remove(entry) != null) {
            copies.remove(entry);
            changed = true;
        }
        Place place = places.remove(entry);
        if (place != null) {
            byOffset.computeIfPresent(offset(place.address()),
                    (offset, here) -> here.remove(entry) && here.isEmpty() ? null : here);
            changed = true;
        }
    }

    private static int offset(int address) {
        return address & PAGE - 1;
    }

    /** Puts a place to get to (null: none) beside the breakpoints. */
    void target(BreakpointManager.Target newTarget) {
        changed |= target != newTarget;
        target = newTarget;
        targetReached = false;
    }

    boolean targetReached() {
        return targetReached;
    }

    /** Lets the executor know what changed; between two runs of it. */
    void publish(Executor executor) {
        if (changed) {
            changed = false;
            Arrays.fill(offsets, 0);
            places.values().forEach(place -> mark(place.address()));
            if (target != null) {
                mark(target.linear());
            }
            boolean any = target != null || !places.isEmpty() || !copies.isEmpty();
            executor.breakpoints(any ? this : Breakpoints.NONE);
        }
    }

    private void mark(int address) {
        int offset = offset(address);
        offsets[offset / Long.SIZE] |= 1L << offset;
    }

    private boolean isMarked(int address) {
        int offset = offset(address);
        return (offsets[offset / Long.SIZE] >>> offset & 1) != 0;
    }

    @Override
    public boolean mayStopAt(int address, int storeOffset) {
        if (copies.mayBeAt(storeOffset) && !copies.at(storeOffset).isEmpty()) {
            return true;
        }
        if (!isMarked(address)) {
            return false;
        }
        if (target != null && target.linear() == address) {
            return true;
        }
        for (BreakpointEntry entry : byOffset.getOrDefault(offset(address), List.of())) {
            if (isAt(places.get(entry), address, storeOffset)) {
                return true;
            }
        }
        return false;
    }

    /** True when an instruction is the place's, by its address or as another alias of the same bytes. */
    private boolean isAt(Place place, int address, int storeOffset) {
        if (!place.isPhysical() && place.address() == address) {
            return true;
        }
        long physical = place.isPhysical() ? place.address() & 0xFFFFFFFFL : cpu.paging.peek(place.address());
        // Code in a device's space has no bytes of its own to be known by.
        return physical >= 0 && (storeOffset >= 0 ? store(physical) == storeOffset : physical == cpu.paging.peek(address));
    }

    /** Where the bytes at a physical address are in the store; negative when they are a device's, or not mapped (-1). */
    private int store(long physical) {
        int page = physical < 0 ? -1 : cpu.memory.readPage((int) physical);
        return page < 0 ? -1 : page + offset((int) physical);
    }

    @Override
    public boolean stopBeforeInstruction() {
        int here = cpu.s.cs.base + cpu.s.eip;
        boolean stop = false;
        if (target != null && target.linear() == here
                && Integer.compareUnsigned(cpu.s.gpr[Reg.ESP] & cpu.stackMask(), target.minEsp()) >= 0) {
            targetReached = true;
            stop = true;
        }
        int bytes = store(cpu.paging.peek(here));
        for (BreakpointEntry entry : byOffset.getOrDefault(offset(here), List.of())) {
            if (isAt(places.get(entry), here, bytes)) {
                stop |= report.test(entry);
            }
        }
        for (BreakpointEntry entry : copies.at(bytes)) {
            if (originals.get(entry).stream().noneMatch(place -> isAt(place, here, bytes))) {
                stop |= report.test(entry);
            }
        }
        return stop;
    }
}
