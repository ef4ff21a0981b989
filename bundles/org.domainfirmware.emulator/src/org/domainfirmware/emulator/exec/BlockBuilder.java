package org.domainfirmware.emulator.exec;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Decoder;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.exec.op.FarCallOp;
import org.domainfirmware.emulator.exec.op.Op;

/** Decodes blocks from memory, and decodes again what changed in them. */
final class BlockBuilder {
    /** Longest block in instructions. */
    private static final int MOST_OPS = 128;
    private static final int PAGE_MASK = 0xFFF;

    private final Cpu cpu;
    private final byte[] store;
    private final Decoder decoder;
    private final OpFactory factory;
    private final List<Op> ops = new ArrayList<>();
    private final byte[] straddling = new byte[Decoder.MAX_LENGTH];
    /** Where {@link #inPage} reads. */
    private int at;
    private int pageEnd;
    /** Where {@link #acrossPages} continues; -1 until asked for. */
    private int second;
    private int secondLinear;

    /** Thrown when an instruction reaches into the next page. */
    private static final class PageEnd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PageEnd() {
            super(null, null, false, false);
        }
    }

    private final PageEnd crossing = new PageEnd();

    BlockBuilder(Cpu cpu) {
        this.cpu = cpu;
        store = cpu.memory.store();
        decoder = new Decoder(cpu.s.model);
        factory = new OpFactory(cpu);
    }

    private boolean big() {
        return (cpu.mode & Cpu.MODE_CODE32) != 0;
    }

    private int inPage(int index) {
        if (at + index >= pageEnd) {
            throw crossing;
        }
        return store[at + index];
    }

    private int acrossPages(int index) {
        if (at + index < pageEnd) {
            return store[at + index];
        }
        if (second < 0) {
            second = cpu.linear.fetchStore(secondLinear);
        }
        // Code that runs into a device's page is fetched by the bus, byte by byte.
        int byteAt = index - (pageEnd - at);
        return second >= 0 ? store[second + byteAt] : cpu.linear.fetch8(secondLinear + byteAt);
    }

    /** Decodes a block. May throw the fault of fetching its first instruction. */
    Block build(int linear, int storeOffset, DebugStops stops) {
        ops.clear();
        int first = decode(linear, storeOffset, 0, stops);
        if (first == 0) {
            return buildStraddling(linear, storeOffset);
        }
        FarCallOp call = ops.get(ops.size() - 1) instanceof FarCallOp last ? last : null;
        int second = call == null || stops.mayStopAt(call.target(), cpu.linear.fetchStore(call.target())) ? -1
                : cpu.linear.fetchStore(call.target());
        int length = second < 0 ? first : decode(call.target(), second, first, stops);
        if (length == first) {
            return new Block(storeOffset, cpu.mode, ops.toArray(new Op[0]), bytes(storeOffset, first, -1, first), first, -1, null);
        }
        call.goesOn(length - first);
        return new Block(storeOffset, cpu.mode, ops.toArray(new Op[0]), bytes(storeOffset, first, second, length), first,
                second, call);
    }

    private byte[] bytes(int firstStore, int firstLength, int secondStore, int length) {
        byte[] bytes = new byte[length];
        System.arraycopy(store, firstStore, bytes, 0, firstLength);
        if (length > firstLength) {
            System.arraycopy(store, secondStore, bytes, firstLength, length - firstLength);
        }
        return bytes;
    }

    /**
     * Decodes up to a jump, a stop or the end of the page.
     *
     * @param before bytes of the block before these
     * @return bytes of the block up to here; {@code before} when the first instruction reaches into the next page
     */
    private int decode(int linear, int storeOffset, int before, DebugStops stops) {
        pageEnd = (storeOffset & ~PAGE_MASK) + PAGE_MASK + 1;
        int offset = 0;
        boolean ended = false;
        while (!ended && ops.size() < MOST_OPS && storeOffset + offset < pageEnd) {
            if (offset > 0 && stops.mayStopAt(linear + offset, storeOffset + offset)) {
                break;
            }
            at = storeOffset + offset;
            Instruction in;
            try {
                in = decoder.decode(this::inPage, big());
            } catch (PageEnd e) {
                break;
            }
            add(in, before + offset);
            offset += in.length;
            ended = OpFactory.endsBlock(in);
        }
        return before + offset;
    }

    private void add(Instruction in, int offset) {
        Op op = factory.create(in);
        op.start = offset;
        op.end = offset + in.length;
        ops.add(op);
    }

    /** One instruction whose bytes are in two pages: a block of its own. */
    private Block buildStraddling(int linear, int storeOffset) {
        at = storeOffset;
        second = -1;
        secondLinear = (linear & ~PAGE_MASK) + PAGE_MASK + 1;
        Instruction in = decoder.decode(this::recorded, big());
        add(in, 0);
        byte[] bytes = new byte[in.length];
        System.arraycopy(straddling, 0, bytes, 0, in.length);
        int first = pageEnd - storeOffset;
        return second < 0 && in.length > first ? single(in)
                : new Block(storeOffset, cpu.mode, ops.toArray(new Op[0]), bytes, Math.min(first, in.length), second, null);
    }

    private int recorded(int index) {
        int value = acrossPages(index);
        straddling[index] = (byte) value;
        return value;
    }

    /**
     * A block of one instruction that is not kept: code in a device's page, or near the limit of CS.
     * Each byte is checked against the limit and fetched by the bus.
     */
    Block buildUncached() {
        int eip = cpu.s.eip;
        Instruction in = decoder.decode(index -> {
            if (Integer.compareUnsigned(eip + index, cpu.s.cs.limit) > 0) {
                throw cpu.fault.gp(0);
            }
            return cpu.linear.fetch8(cpu.s.cs.base + eip + index);
        }, big());
        ops.clear();
        add(in, 0);
        return single(in);
    }

    private Block single(Instruction in) {
        Block b = new Block(-1, cpu.mode, ops.toArray(new Op[0]), new byte[in.length], 0, -1, null);
        b.epoch = Block.UNLINKED;
        return b;
    }

    /**
     * Brings a block up to date whose bytes changed, when only operands did: each changed instruction
     * must keep its length and stay what it is to the block.
     *
     * @return false when the block must be made anew
     */
    boolean patch(Block b) {
        if (b.secondStore >= 0) {
            return false;
        }
        pageEnd = b.storeOffset + b.length;
        Op[] blockOps = b.ops;
        for (int i = 0; i < blockOps.length; i++) {
            Op old = blockOps[i];
            if (!changed(b, old)) {
                continue;
            }
            at = b.storeOffset + old.start;
            Instruction in;
            try {
                in = decoder.decode(this::inPage, big());
            } catch (PageEnd e) {
                return false;
            }
            boolean last = i == blockOps.length - 1;
            if (in.length != old.end - old.start || !last && OpFactory.endsBlock(in)) {
                return false;
            }
            Op fresh = factory.create(in);
            fresh.start = old.start;
            fresh.end = old.end;
            blockOps[i] = fresh;
            System.arraycopy(store, at, b.bytes, old.start, in.length);
        }
        b.join();
        return true;
    }

    private boolean changed(Block b, Op op) {
        for (int i = op.start; i < op.end; i++) {
            if (store[b.storeOffset + i] != b.bytes[i]) {
                return true;
            }
        }
        return false;
    }
}
