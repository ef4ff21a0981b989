package org.domainfirmware.emulator.device.dma;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.domainfirmware.emulator.bus.DmaChannel;
import org.domainfirmware.emulator.bus.DmaDevice;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/**
 * Moves a channel's data between its device and memory. An address wraps within its 64 KiB page (128
 * KiB for words): the page register does not count.
 */
final class TransferChannel implements DmaChannel {
    private static final int WRITE = 1;
    private static final int READ = 2;
    private static final int CHUNK = 4096;

    private final PhysicalMemory memory;
    private final Dma8237 chip;
    private final int channel;
    /** 0 for bytes, 1 for words. */
    private final int shift;
    private final IntSupplier page;
    private final BooleanSupplier upstreamOpen;
    private final byte[] buffer = new byte[CHUNK];
    private DmaDevice device;
    private boolean terminalCount;

    /** {@code upstreamOpen}: the chip's own request gets through to the processor. */
    TransferChannel(PhysicalMemory memory, Dma8237 chip, int channel, int shift, IntSupplier page,
            BooleanSupplier upstreamOpen) {
        this.memory = memory;
        this.chip = chip;
        this.channel = channel;
        this.shift = shift;
        this.page = page;
        this.upstreamOpen = upstreamOpen;
    }

    @Override
    public void connect(DmaDevice newDevice) {
        device = newDevice;
    }

    @Override
    public boolean reachedTerminalCount() {
        return terminalCount;
    }

    void clearTerminalCount() {
        terminalCount = false;
    }

    void restoreTerminalCount(boolean reached) {
        terminalCount = reached;
    }

    @Override
    public int request(int length) {
        terminalCount = false;
        int moved = 0;
        while (moved < length && !terminalCount && device != null && chip.enabled(channel)
                && upstreamOpen.getAsBoolean()) {
            int chunk = moveChunk(length - moved >> shift);
            moved += chunk << shift;
            if (chunk == 0) {
                break;
            }
        }
        chip.requesting(channel, moved < length && !terminalCount);
        return moved;
    }

    /** Moves up to {@code wanted} units that are contiguous in memory; returns units moved. */
    private int moveChunk(int wanted) {
        boolean down = chip.decrements(channel);
        int address = chip.address(channel);
        int room = down ? address + 1 : 0x10000 - address;
        int units = Math.min(Math.min(wanted, room), Math.min(chip.remaining(channel), CHUNK >> shift));
        if (units == 0) {
            return 0;
        }
        int bytes = units << shift;
        boolean last = units == chip.remaining(channel);
        int lowest = physical(down ? address - units + 1 : address);
        int done;
        if (chip.direction(channel) == READ) {
            memory.readBytes(lowest, buffer, 0, bytes);
            if (down) {
                reverse(units);
            }
            done = device.fromMemory(buffer, 0, bytes, last) >> shift;
        } else {
            done = device.toMemory(buffer, 0, bytes, last) >> shift;
            if (chip.direction(channel) == WRITE && done > 0) {
                if (down) {
                    reverse(done);
                    lowest = physical(address - done + 1);
                }
                memory.writeBytes(lowest, buffer, 0, done << shift);
            }
        }
        if (done > 0) {
            terminalCount = chip.advance(channel, done);
        }
        return done;
    }

    private int physical(int address) {
        return shift == 0 ? page.getAsInt() << 16 | address : (page.getAsInt() & 0xFE) << 16 | address << 1;
    }

    /** Turns the order of the units round, for addresses that count down. */
    private void reverse(int units) {
        int size = 1 << shift;
        for (int low = 0, high = (units - 1) * size; low < high; low += size, high -= size) {
            for (int i = 0; i < size; i++) {
                byte swapped = buffer[low + i];
                buffer[low + i] = buffer[high + i];
                buffer[high + i] = swapped;
            }
        }
    }
}
