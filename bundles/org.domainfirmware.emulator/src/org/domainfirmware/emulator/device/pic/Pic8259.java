package org.domainfirmware.emulator.device.pic;

import java.util.List;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** One 8259A: eight inputs, a priority resolver and the command words. */
final class Pic8259 {
    /** The level of a spurious interrupt: what the chip answers when the request has gone. */
    private static final int SPURIOUS = 7;

    private final String label;
    private final int port;
    private final int elcrPort;
    /** ELCR bits that exist; the others are always edge triggered. */
    private final int elcrMask;

    private int lines;
    private int irr;
    private int isr;
    private int imr;
    private int elcr;
    private int icw1;
    private int icw2;
    private int icw3;
    private int icw4;
    /** The next initialisation command word expected at A0 = 1: 0 (none), 2, 3 or 4. */
    private int expecting;
    private int lowest;
    private boolean readIsr;
    private boolean poll;
    private boolean specialMask;
    private boolean rotateOnAutoEoi;
    private int lastOcw2;

    Pic8259(String label, int port, int elcrPort, int elcrMask) {
        this.label = label;
        this.port = port;
        this.elcrPort = elcrPort;
        this.elcrMask = elcrMask;
        reset();
    }

    void reset() {
        irr = 0;
        isr = 0;
        imr = 0xFF;
        elcr = 0;
        icw1 = 0;
        icw2 = 0;
        icw3 = 0;
        icw4 = 0;
        expecting = 0;
        lowest = 7;
        readIsr = false;
        poll = false;
        specialMask = false;
        rotateOnAutoEoi = false;
        lastOcw2 = 0;
    }

    /** Drives an input. In edge mode a request lives only while its line stays high (datasheet, "Edge/level"). */
    void setLine(int input, boolean level) {
        int bit = 1 << input;
        boolean was = (lines & bit) != 0;
        if (level) {
            lines |= bit;
            if (!was || (elcr & bit) != 0) {
                irr |= bit;
            }
        } else {
            lines &= ~bit;
            if (was) {
                irr &= ~bit;
            }
        }
    }

    /** A pulse long enough to be latched and acknowledged. */
    void pulse(int input) {
        irr |= 1 << input;
    }

    /** The request the INT output stands for, 0 to 7, or -1 when INT is low. */
    int request() {
        int wanted = irr & ~imr;
        if (wanted == 0) {
            return -1;
        }
        int blocking = specialMask ? isr & ~imr : isr;
        for (int i = 1; i <= 8; i++) {
            int level = lowest + i & 7;
            int bit = 1 << level;
            boolean nestedSlave = specialFullyNested() && (icw3 & bit) != 0;
            if ((wanted & bit) != 0 && ((blocking & bit) == 0 || nestedSlave)) {
                return level;
            }
            if ((blocking & bit) != 0) {
                return -1;
            }
        }
        return -1;
    }

    /** True when {@code level} has a slave: ICW1.SNGL clear and its bit in ICW3 set. */
    boolean hasSlave(int level) {
        return (icw1 & 0x02) == 0 && (icw3 & 1 << level) != 0;
    }

    /** A slave's identity on the cascade lines. */
    int slaveId() {
        return icw3 & 7;
    }

    /** Acknowledges the present request (7, without an in-service bit, when there is none) and returns its level. */
    int acknowledge() {
        int level = request();
        if (level < 0) {
            return SPURIOUS;
        }
        int bit = 1 << level;
        if ((elcr & bit) == 0 || (lines & bit) == 0) {
            irr &= ~bit;
        }
        if ((icw4 & 0x02) == 0) {
            isr |= bit;
        } else if (rotateOnAutoEoi) {
            lowest = level;
        }
        return level;
    }

    int vectorBase() {
        return icw2 & 0xF8;
    }

    void vectorBase(int base) {
        icw2 = base & 0xF8;
    }

    int vector(int level) {
        return icw2 & 0xF8 | level;
    }

    /** True when the next read is a poll, which acknowledges. */
    boolean polling() {
        return poll;
    }

    int read(int a0) {
        if (poll) {
            poll = false;
            boolean requested = request() >= 0;
            int level = acknowledge();
            return requested ? 0x80 | level : level;
        }
        return peek(a0);
    }

    int peek(int a0) {
        if (poll) {
            int level = request();
            return level >= 0 ? 0x80 | level : SPURIOUS;
        }
        return a0 == 1 ? imr : readIsr ? isr : irr;
    }

    void write(int a0, int value) {
        if (a0 == 0) {
            if ((value & 0x10) != 0) {
                writeIcw1(value);
            } else if ((value & 0x08) != 0) {
                writeOcw3(value);
            } else {
                writeOcw2(value);
            }
            return;
        }
        switch (expecting) {
            case 2 -> {
                icw2 = value;
                expecting = (icw1 & 0x02) == 0 ? 3 : afterIcw3();
            }
            case 3 -> {
                icw3 = value;
                expecting = afterIcw3();
            }
            case 4 -> {
                icw4 = value;
                expecting = 0;
            }
            default -> imr = value;
        }
    }

    private int afterIcw3() {
        return (icw1 & 0x01) != 0 ? 4 : 0;
    }

    private void writeIcw1(int value) {
        icw1 = value;
        icw4 = 0;
        // The edge sense circuit is reset: a line that is already high needs a new edge, a level one does not.
        irr = lines & elcr;
        isr = 0;
        imr = 0;
        lowest = 7;
        readIsr = false;
        poll = false;
        specialMask = false;
        rotateOnAutoEoi = false;
        expecting = 2;
    }

    private void writeOcw2(int value) {
        lastOcw2 = value;
        int level = value & 7;
        switch (value >>> 5) {
            case 0 -> rotateOnAutoEoi = false;
            case 1 -> endOfInterrupt(highestInService());
            case 3 -> endOfInterrupt(level);
            case 4 -> rotateOnAutoEoi = true;
            case 5 -> {
                int served = highestInService();
                endOfInterrupt(served);
                if (served >= 0) {
                    lowest = served;
                }
            }
            case 6 -> lowest = level;
            case 7 -> {
                endOfInterrupt(level);
                lowest = level;
            }
            default -> {
                // 2: no operation.
            }
        }
    }

    /** In special mask mode a masked level is not ended by a non-specific EOI (datasheet, "Special mask mode"). */
    private int highestInService() {
        int candidates = specialMask ? isr & ~imr : isr;
        for (int i = 1; i <= 8; i++) {
            int level = lowest + i & 7;
            if ((candidates & 1 << level) != 0) {
                return level;
            }
        }
        return -1;
    }

    private void endOfInterrupt(int level) {
        if (level >= 0) {
            isr &= ~(1 << level);
        }
    }

    private void writeOcw3(int value) {
        if ((value & 0x40) != 0) {
            specialMask = (value & 0x20) != 0;
        }
        poll = (value & 0x04) != 0;
        if ((value & 0x02) != 0) {
            readIsr = (value & 0x01) != 0;
        }
    }

    private boolean specialFullyNested() {
        return (icw4 & 0x10) != 0;
    }

    int elcr() {
        return elcr;
    }

    void writeElcr(int value) {
        elcr = value & elcrMask;
        irr = irr & ~elcr | lines & elcr;
    }

    void addRegisters(List<Register> to) {
        String command = String.format("%02Xh", port);
        String data = String.format("%02Xh", port + 1);
        to.add(Register.of(label + " IRR", command, 8, Access.READ_ONLY, () -> irr));
        to.add(Register.of(label + " ISR", command, 8, Access.READ_ONLY, () -> isr));
        to.add(Register.of(label + " IMR", data, 8, Access.READ_WRITE, () -> imr));
        to.add(Register.of(label + " ICW1", command, 8, Access.WRITE_ONLY, () -> icw1)
                .field("IC4", 0, 1).field("SNGL", 1, 1).field("LTIM", 3, 1)
                .sideEffect("starts initialisation; clears IMR, ISR and edge latches"));
        to.add(Register.of(label + " ICW2", data, 8, Access.WRITE_ONLY, () -> icw2).field("vector base", 3, 5));
        to.add(Register.of(label + " ICW3", data, 8, Access.WRITE_ONLY, () -> icw3));
        to.add(Register.of(label + " ICW4", data, 8, Access.WRITE_ONLY, () -> icw4)
                .field("uPM", 0, 1).field("AEOI", 1, 1).field("SFNM", 4, 1));
        to.add(Register.of(label + " OCW2", command, 8, Access.WRITE_ONLY, () -> lastOcw2)
                .field("level", 0, 3).field("EOI", 5, 1).field("SL", 6, 1).field("R", 7, 1));
        to.add(Register.of(label + " OCW3", command, 8, Access.WRITE_ONLY, this::modeBits)
                .field("read", 0, 1, "IRR", "ISR").field("poll", 2, 1).field("special mask", 5, 1));
        to.add(Register.of(label + " ELCR", String.format("%03Xh", elcrPort), 8, Access.READ_WRITE, () -> elcr));
        to.add(Register.of(label + " inputs", "", 8, Access.INTERNAL, () -> lines));
        to.add(Register.of(label + " lowest priority", "", 3, Access.INTERNAL, () -> lowest));
        to.add(Register.of(label + " next ICW", "", 3, Access.INTERNAL, () -> expecting));
    }

    private int modeBits() {
        return (readIsr ? 1 : 0) | (poll ? 4 : 0) | (specialMask ? 0x20 : 0);
    }

    void writeState(StateWriter to) {
        to.writeInts(new int[] {lines, irr, isr, imr, elcr, icw1, icw2, icw3, icw4, expecting, lowest, lastOcw2});
        to.writeInt(modeBits() | (rotateOnAutoEoi ? 0x100 : 0));
    }

    void readState(StateReader from) throws CorruptSnapshot {
        int[] saved = new int[12];
        from.readInts(saved);
        lines = saved[0] & 0xFF;
        irr = saved[1] & 0xFF;
        isr = saved[2] & 0xFF;
        imr = saved[3] & 0xFF;
        elcr = saved[4] & elcrMask;
        icw1 = saved[5];
        icw2 = saved[6];
        icw3 = saved[7];
        icw4 = saved[8];
        expecting = saved[9];
        lowest = saved[10] & 7;
        lastOcw2 = saved[11];
        int bits = from.readInt();
        readIsr = (bits & 1) != 0;
        poll = (bits & 4) != 0;
        specialMask = (bits & 0x20) != 0;
        rotateOnAutoEoi = (bits & 0x100) != 0;
    }
}
