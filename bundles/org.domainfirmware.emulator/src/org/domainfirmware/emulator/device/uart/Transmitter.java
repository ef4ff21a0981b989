package org.domainfirmware.emulator.device.uart;

import org.domainfirmware.emulator.device.ByteFifo;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** Transmitter holding register or FIFO, and the shift register behind it. */
final class Transmitter {
    private final ByteFifo fifo = new ByteFifo(Uart16550.FIFO_BYTES);
    private boolean fifoEnabled;
    private boolean shifting;
    private int shift;
    /** The holding register became empty and nobody has looked at IIR since. */
    private boolean emptyInterrupt;

    void reset() {
        fifo.clear();
        fifoEnabled = false;
        shifting = false;
        shift = 0;
        emptyInterrupt = false;
    }

    void configure(boolean enable) {
        fifoEnabled = enable;
    }

    void clear() {
        fifo.clear();
        emptyInterrupt = true;
    }

    /** A byte from the host; {@code true} when the shift register was idle and has begun with it. */
    boolean write(int value) {
        emptyInterrupt = false;
        if (!fifoEnabled) {
            fifo.clear();
        }
        fifo.add(value);
        return !shifting && load();
    }

    private boolean load() {
        if (fifo.size() == 0) {
            return false;
        }
        shift = fifo.take();
        shifting = true;
        emptyInterrupt |= fifo.size() == 0;
        return true;
    }

    /** The character time is over: returns the byte that went out, and begins with the next. */
    int shiftOut() {
        int value = shift;
        shifting = false;
        load();
        return value;
    }

    boolean shifting() {
        return shifting;
    }

    /** LSR bit 5. */
    boolean holdingEmpty() {
        return fifo.size() == 0;
    }

    boolean emptyInterrupt() {
        return emptyInterrupt;
    }

    /** IIR was read, or (with {@code true}) the interrupt was enabled while the register was empty. */
    void emptyInterrupt(boolean pending) {
        emptyInterrupt = pending;
    }

    int waiting() {
        return fifo.size();
    }

    void writeState(StateWriter to) {
        fifo.writeState(to);
        to.writeInts(new int[] {fifoEnabled ? 1 : 0, shifting ? 1 : 0, shift, emptyInterrupt ? 1 : 0});
    }

    void readState(StateReader from) throws CorruptSnapshot {
        fifo.readState(from);
        fifoEnabled = from.readBoolean();
        shifting = from.readBoolean();
        shift = from.readInt() & 0xFF;
        emptyInterrupt = from.readBoolean();
    }
}
