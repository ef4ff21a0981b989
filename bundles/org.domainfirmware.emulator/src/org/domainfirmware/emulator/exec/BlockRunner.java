package org.domainfirmware.emulator.exec;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.mmu.LinearAccess;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.exec.op.Op;

/**
 * The inner loop: finds blocks and runs their ops until the budget ends or somebody wants the block
 * left ({@code blockEnd} 0). A block remembers its two last successors; a successor is good while the
 * linear address, the mode and the mapping are those it was found with.
 */
final class BlockRunner {
    private static final int RECENT = 1 << 12;

    private final Cpu cpu;
    private final CpuState s;
    private final LinearAccess linear;
    private final DebugStops stops;
    private final BlockCache cache;
    private final BlockBuilder builder;
    /** Blocks by linear address, as found last. */
    private final Block[] recent = new Block[RECENT];
    /** The block whose ops run, null between blocks. */
    private Block running;
    private long skipBreakpointAt = -1;

    BlockRunner(Cpu cpu, DebugStops stops) {
        this.cpu = cpu;
        this.stops = stops;
        s = cpu.s;
        linear = cpu.linear;
        cache = new BlockCache(cpu.memory);
        builder = new BlockBuilder(cpu);
        cpu.memory.codeListener(this::codeWritten);
    }

    private void codeWritten(int storeOffset, int length) {
        if (cache.written(storeOffset, length, running)) {
            cpu.leaveBlock();
        }
    }

    void forgetBlocks() {
        cache.clear();
        cpu.leaveBlock();
    }

    void skipBreakpointAt(long instruction) {
        skipBreakpointAt = instruction;
    }

    int currentEip() {
        return running == null ? s.eip : cpu.blockEip + running.ops[cpu.opIndex].start;
    }

    /** After a fault: EIP back to the instruction, which counts as retired. */
    void unwind() {
        if (running != null) {
            s.eip = cpu.blockEip + running.ops[cpu.opIndex].start;
            cpu.blockBase += cpu.opIndex;
            running = null;
        }
        cpu.blockBase++;
    }

    /** Runs to the end of the budget; true when a breakpoint stopped it before that. */
    boolean run() {
        Cpu c = cpu;
        Block b = find(s.cs.base + s.eip);
        while (b != null) {
            if (Integer.compareUnsigned(s.eip + b.span - 1, s.cs.limit) > 0) {
                b = builder.buildUncached();
            }
            int count = b.ops.length;
            if (c.budgetEnd - c.blockBase < count) {
                runPart(b);
                return false;
            }
            Op[] ops = b.joined;
            int end = ops.length;
            c.blockEnd = end;
            int eip = s.eip;
            c.blockEip = eip;
            s.eip = eip + b.span;
            running = b;
            int i = 0;
            do {
                c.opIndex = i;
                ops[i++].run(c);
            } while (i < c.blockEnd);
            running = null;
            if (c.blockEnd != end) {
                leftBehind(b, i < end ? i : count);
                return false;
            }
            c.blockBase += count;
            if (c.blockBase >= c.budgetEnd) {
                return false;
            }
            int lin = s.cs.base + s.eip;
            Block next = b.link0;
            b = next != null && next.linear == lin && next.mode == c.mode && next.epoch == linear.epoch
                    ? next : successor(b, lin);
        }
        return true;
    }

    /** Runs as much of a block as the budget lets. */
    private void runPart(Block b) {
        Cpu c = cpu;
        c.blockEnd = (int) (c.budgetEnd - c.blockBase);
        c.blockEip = s.eip;
        s.eip += b.span;
        running = b;
        int i = 0;
        do {
            c.opIndex = i;
            b.ops[i++].run(c);
        } while (i < c.blockEnd);
        running = null;
        leftBehind(b, i);
    }

    /** A block was left when so many of its instructions had run. */
    private void leftBehind(Block b, int count) {
        cpu.blockBase += count;
        if (count < b.ops.length) {
            s.eip = cpu.blockEip + b.ops[count - 1].end;
        }
    }

    private Block successor(Block from, int lin) {
        Block next = from.link1;
        if (next != null && next.linear == lin && next.mode == cpu.mode && next.epoch == linear.epoch) {
            return next;
        }
        next = find(lin);
        if (next != null && next.epoch >= 0 && from.epoch >= 0) {
            link(from, next);
        }
        return next;
    }

    /** Remembers a successor, unless two good ones are known: a return to many callers should not shuffle them. */
    private void link(Block from, Block next) {
        if (from.link0 == null || from.link0.epoch != linear.epoch) {
            from.link0 = next;
        } else if (from.link1 == null || from.link1.epoch != linear.epoch) {
            from.link1 = next;
        }
    }

    /** The block at a linear address, which CS:EIP is; null when a breakpoint wants to stop there. */
    private Block find(int lin) {
        int slot = (lin ^ lin >>> 12) & RECENT - 1;
        Block b = recent[slot];
        if (b != null && b.linear == lin && b.mode == cpu.mode && b.epoch == linear.epoch) {
            return b;
        }
        int at = linear.fetchStore(lin);
        if (stops.mayStopAt(lin, at)) {
            if (stopsHere(lin)) {
                return null;
            }
            b = at < 0 ? builder.buildUncached() : fetch(lin, at);
            b.epoch = Block.UNLINKED;
            return b;
        }
        if (at < 0) {
            return builder.buildUncached();
        }
        b = fetch(lin, at);
        recent[slot] = b;
        return b;
    }

    private Block fetch(int lin, int at) {
        Block b = cache.find(at, cpu.mode);
        if (b != null && (!upToDate(b, lin) || stops.any() && runsOverStop(b, lin))) {
            cache.remove(b);
            b = null;
        }
        if (b == null) {
            b = builder.build(lin, at, stops);
            if (b.epoch == Block.UNLINKED) {
                return b;
            }
            cache.add(b);
        }
        b.linear = lin;
        // Marking the first code of a page drops translations, hence the epoch is taken only now.
        b.epoch = linear.epoch;
        return b;
    }

    /** True when there is a place to stop at inside, seen from this linear address: it was made at another alias. */
    private boolean runsOverStop(Block b, int lin) {
        for (int i = 1; i < b.ops.length; i++) {
            int start = b.ops[i].start;
            boolean second = start >= b.firstLength;
            int into = start - b.firstLength;
            if (second ? stops.mayStopAt(b.secondLinear(lin) + into, b.secondStore + into)
                    : stops.mayStopAt(lin + start, b.storeOffset + start)) {
                return true;
            }
        }
        return false;
    }

    private boolean upToDate(Block b, int lin) {
        if (b.secondStore >= 0 && linear.fetchStore(b.secondLinear(lin)) != b.secondStore) {
            return false;
        }
        return b.epoch != Block.STALE || b.matches(cpu.memory.store()) || builder.patch(b);
    }

    /** At an address somebody wants to stop at: the guest's own breakpoint faults, the debugger's stops. */
    private boolean stopsHere(int lin) {
        if (cpu.blockBase == skipBreakpointAt) {
            return false;
        }
        cpu.clock.retireTo(cpu.blockBase);
        int hits = stops.executionHits(lin);
        if (hits != 0) {
            s.dr[6] |= hits;
            throw cpu.fault.of(Vector.DB);
        }
        return stops.breakpoints().stopBeforeInstruction();
    }
}
