package org.domainfirmware.emulator.device.uart;

import org.domainfirmware.emulator.device.ByteFifo;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** Receiver FIFO (one byte deep in 16450 mode), its trigger level and overrun. */
final class Receiver {
    private static final int[] TRIGGER = {1, 4, 8, 14};
    private static final int OVERRUN = 0x02;

    private final ByteFifo fifo = new ByteFifo(Uart16550.FIFO_BYTES);
    private boolean fifoEnabled;
    private int trigger = 1;
    private int last;
    private int errors;
    /** Character timeout: bytes wait below the trigger level and nothing has moved for four characters. */
    private boolean timeout;

    void reset() {
        fifo.clear();
        fifoEnabled = false;
        trigger = 1;
        last = 0;
        errors = 0;
        timeout = false;
    }

    void configure(boolean enable, int triggerField) {
        fifoEnabled = enable;
        trigger = enable ? TRIGGER[triggerField] : 1;
    }

    void clear() {
        fifo.clear();
        timeout = false;
    }

    boolean hasRoom() {
        return fifo.size() < (fifoEnabled ? Uart16550.FIFO_BYTES : 1);
    }

    void push(int value) {
        if (hasRoom()) {
            fifo.add(value);
        } else {
            errors |= OVERRUN;
            if (!fifoEnabled) {
                // The character in RBR is overwritten; with FIFOs the one in the shift register is.
                fifo.clear();
                fifo.add(value);
            }
        }
        timeout = false;
    }

    int peek() {
        return fifo.size() > 0 ? fifo.peek() : last;
    }

    int take() {
        if (fifo.size() > 0) {
            last = fifo.take();
        }
        timeout = false;
        return last;
    }

    boolean hasData() {
        return fifo.size() > 0;
    }

    boolean atTrigger() {
        return fifo.size() >= trigger;
    }

    /** True when a character timeout is to be waited for. */
    boolean couldTimeOut() {
        return fifoEnabled && !timeout && hasData() && !atTrigger();
    }

    void timeOut() {
        timeout = couldTimeOut();
    }

    boolean timedOut() {
        return timeout;
    }

    /** Error bits of LSR. */
    int errors() {
        return errors;
    }

    void clearErrors() {
        errors = 0;
    }

    int waiting() {
        return fifo.size();
    }

    void writeState(StateWriter to) {
        fifo.writeState(to);
        to.writeInts(new int[] {fifoEnabled ? 1 : 0, trigger, last, errors, timeout ? 1 : 0});
    }

    void readState(StateReader from) throws CorruptSnapshot {
        fifo.readState(from);
        fifoEnabled = from.readBoolean();
        trigger = from.readInt();
        last = from.readInt() & 0xFF;
        errors = from.readInt() & 0x1E;
        timeout = from.readBoolean();
    }
}
