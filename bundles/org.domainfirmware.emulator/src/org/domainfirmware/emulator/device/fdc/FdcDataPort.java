package org.domainfirmware.emulator.device.fdc;

import org.domainfirmware.emulator.bus.DmaChannel;
import org.domainfirmware.emulator.bus.DmaDevice;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** One sector (or one ID while formatting) on its way between host and surface, by DMA or by the data port. */
final class FdcDataPort implements DmaDevice {
    final byte[] buffer = new byte[512];
    private final DmaChannel dma;
    private int length;
    private int done;
    /** Host to controller. */
    private boolean inwards;
    private boolean open;

    FdcDataPort(DmaChannel dma) {
        this.dma = dma;
        dma.connect(this);
    }

    /** Begins a run of bytes. */
    void open(int bytes, boolean fromHost) {
        length = bytes;
        done = 0;
        inwards = fromHost;
        open = true;
    }

    void close() {
        open = false;
    }

    boolean isOpen() {
        return open;
    }

    boolean inwards() {
        return inwards;
    }

    boolean complete() {
        return done >= length;
    }

    /** Bytes moved so far. */
    int done() {
        return done;
    }

    /**
     * Lets the DMA controller move what it will.
     *
     * @return bytes moved
     */
    int moveByDma() {
        int start = done;
        int moved = dma.request(length - done);
        // In the 8237's verify mode no byte is taken, but the count goes on.
        done = Math.min(length, Math.max(done, start + moved));
        return done - start;
    }

    boolean terminalCount() {
        return dma.reachedTerminalCount();
    }

    int peek() {
        return open && !inwards && done < length ? buffer[done] & 0xFF : 0;
    }

    int take() {
        int value = peek();
        if (open && !inwards && done < length) {
            done++;
        }
        return value;
    }

    void put(int value) {
        if (open && inwards && done < length) {
            buffer[done++] = (byte) value;
        }
    }

    @Override
    public int fromMemory(byte[] data, int offset, int count, boolean terminalCount) {
        if (!open || !inwards) {
            return 0;
        }
        int run = Math.min(count, length - done);
        System.arraycopy(data, offset, buffer, done, run);
        done += run;
        return run;
    }

    @Override
    public int toMemory(byte[] data, int offset, int count, boolean terminalCount) {
        if (!open || inwards) {
            return 0;
        }
        int run = Math.min(count, length - done);
        System.arraycopy(buffer, done, data, offset, run);
        done += run;
        return run;
    }

    void writeState(StateWriter to) {
        to.writeBytes(buffer);
        to.writeInt(length);
        to.writeInt(done);
        to.writeBoolean(inwards);
        to.writeBoolean(open);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        from.readBytes(buffer);
        length = from.readInt();
        done = from.readInt();
        inwards = from.readBoolean();
        open = from.readBoolean();
        if (length < 0 || length > buffer.length || done < 0 || done > length) {
            throw new CorruptSnapshot("fdc: a data phase of " + length + " bytes at " + done);
        }
    }
}
