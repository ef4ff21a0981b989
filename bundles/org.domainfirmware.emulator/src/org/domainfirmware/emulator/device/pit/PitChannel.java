package org.domainfirmware.emulator.device.pit;

import java.util.List;
import java.util.function.LongSupplier;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** One 8254 channel as the guest's bus sees it: byte order, count and status latches around the counter. */
final class PitChannel {
    private static final int LSB = 1;
    private static final int MSB = 2;
    private static final int BOTH = 3;

    final CountingElement counter = new CountingElement();
    /** RW1 and RW0 of the control word. */
    private int access = BOTH;
    /** The mode field as written; 6 and 7 count as 2 and 3 but read back as written. */
    private int modeField;
    private boolean secondWrite;
    private int firstByte;
    private boolean secondRead;
    private boolean countLatched;
    private int latchedCount;
    private boolean statusLatched;
    private int latchedStatus;

    void reset(boolean gate, long tick) {
        access = BOTH;
        modeField = 3;
        secondWrite = false;
        firstByte = 0;
        secondRead = false;
        countLatched = false;
        latchedCount = 0;
        statusLatched = false;
        latchedStatus = 0;
        counter.program(3, false, tick);
        counter.setGate(gate, tick);
    }

    void control(int value, long tick) {
        access = value >> 4 & 3;
        modeField = value >> 1 & 7;
        secondWrite = false;
        secondRead = false;
        countLatched = false;
        statusLatched = false;
        counter.program(modeField > 5 ? modeField - 4 : modeField, (value & 1) != 0, tick);
    }

    /** The counter latch command; a latch that was not read yet stays (datasheet, "Counter latch command"). */
    void latchCount(long tick) {
        if (!countLatched) {
            countLatched = true;
            latchedCount = counter.count(tick);
        }
    }

    void latchStatus(long tick) {
        if (!statusLatched) {
            statusLatched = true;
            latchedStatus = status(tick);
        }
    }

    private int status(long tick) {
        return (counter.out(tick) ? 0x80 : 0) | (counter.nullCount(tick) ? 0x40 : 0)
                | access << 4 | modeField << 1 | (counter.bcd() ? 1 : 0);
    }

    int peek(long tick) {
        if (statusLatched) {
            return latchedStatus;
        }
        int count = countLatched ? latchedCount : counter.count(tick);
        boolean high = access == MSB || access == BOTH && secondRead;
        return high ? count >> 8 : count & 0xFF;
    }

    int read(long tick) {
        int value = peek(tick);
        if (statusLatched) {
            statusLatched = false;
        } else if (access == BOTH && !secondRead) {
            secondRead = true;
        } else {
            secondRead = false;
            countLatched = false;
        }
        return value;
    }

    void write(int value, long tick) {
        switch (access) {
            case LSB -> counter.writeCount(value, tick);
            case MSB -> counter.writeCount(value << 8, tick);
            default -> {
                if (secondWrite) {
                    counter.writeCount(value << 8 | firstByte, tick);
                } else {
                    firstByte = value;
                    counter.firstByteWritten(tick);
                }
                secondWrite = !secondWrite;
            }
        }
    }

    void addRegisters(List<Register> to, int number, LongSupplier tick) {
        String port = String.format("%02Xh", 0x40 + number);
        String label = "counter " + number;
        to.add(Register.of(label + " count", port, 16, Access.READ_WRITE, () -> counter.count(tick.getAsLong()))
                .sideEffect("reads and writes alternate between low and high byte"));
        to.add(Register.of(label + " status", port, 8, Access.READ_ONLY, () -> status(tick.getAsLong()))
                .field("BCD", 0, 1).field("mode", 1, 3).field("RW", 4, 2, "latch", "LSB", "MSB", "LSB then MSB")
                .field("null count", 6, 1).field("output", 7, 1));
        to.add(Register.of(label + " latch", "", 16, Access.INTERNAL, () -> countLatched ? latchedCount : 0));
        to.add(Register.of(label + " gate", "", 1, Access.INTERNAL, () -> counter.gate() ? 1 : 0));
    }

    void writeState(StateWriter to) {
        counter.writeState(to);
        to.writeInts(new int[] {access, modeField, firstByte, latchedCount, latchedStatus});
        to.writeInt((secondWrite ? 1 : 0) | (secondRead ? 2 : 0) | (countLatched ? 4 : 0) | (statusLatched ? 8 : 0));
    }

    void readState(StateReader from) throws CorruptSnapshot {
        counter.readState(from);
        access = from.readInt() & 3;
        modeField = from.readInt() & 7;
        firstByte = from.readInt() & 0xFF;
        latchedCount = from.readInt() & 0xFFFF;
        latchedStatus = from.readInt() & 0xFF;
        int bits = from.readInt();
        secondWrite = (bits & 1) != 0;
        secondRead = (bits & 2) != 0;
        countLatched = (bits & 4) != 0;
        statusLatched = (bits & 8) != 0;
    }
}
