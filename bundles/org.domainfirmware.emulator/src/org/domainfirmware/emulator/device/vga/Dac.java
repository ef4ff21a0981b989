package org.domainfirmware.emulator.device.vga;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * Video DAC, ports 3C6h to 3C9h (IBM VGA manual, "Video Digital-to-Analog Converter"): 256 colours
 * of three 6-bit components, or 8-bit ones when DISPI says so.
 */
public final class Dac {
    private static final int STATE_READ = 3;

    private final byte[] components = new byte[256 * 3];
    private final Runnable changed;
    private int mask;
    private int writeIndex;
    private int readIndex;
    private int component;
    /** What 3C7h returns: 3 after a read index was written, 0 after a write index. */
    private int state;
    /** Components of the entry that is being written: the DAC takes all three at once. */
    private final int[] pending = new int[2];
    private boolean eightBits;

    /** @param changed run after a colour or the mask changed */
    Dac(Runnable changed) {
        this.changed = changed;
    }

    void reset() {
        java.util.Arrays.fill(components, (byte) 0);
        java.util.Arrays.fill(pending, 0);
        mask = 0xFF;
        writeIndex = 0;
        readIndex = 0;
        component = 0;
        state = 0;
        eightBits = false;
    }

    int mask() {
        return mask;
    }

    void writeMask(int value) {
        mask = value & 0xFF;
        changed.run();
    }

    int state() {
        return state;
    }

    void writeReadIndex(int value) {
        readIndex = value & 0xFF;
        component = 0;
        state = STATE_READ;
    }

    int writeIndex() {
        return writeIndex;
    }

    void writeWriteIndex(int value) {
        writeIndex = value & 0xFF;
        component = 0;
        state = 0;
    }

    int peekData() {
        return components[readIndex * 3 + component] & 0xFF;
    }

    /** The data port was read: on to the next component. */
    void dataRead() {
        if (++component == 3) {
            component = 0;
            readIndex = readIndex + 1 & 0xFF;
        }
    }

    void writeData(int value) {
        int kept = value & (eightBits ? 0xFF : 0x3F);
        if (component < 2) {
            pending[component++] = kept;
            return;
        }
        int at = writeIndex * 3;
        components[at] = (byte) pending[0];
        components[at + 1] = (byte) pending[1];
        components[at + 2] = (byte) kept;
        component = 0;
        writeIndex = writeIndex + 1 & 0xFF;
        changed.run();
    }

    void eightBits(boolean on) {
        if (eightBits != on) {
            eightBits = on;
            changed.run();
        }
    }

    /** Bits of a component: 6, or 8 when DISPI says so. */
    public int bits() {
        return eightBits ? 8 : 6;
    }

    /** Colour behind a DAC index after the PEL mask: 0xRRGGBB. */
    public int rgb(int index) {
        return entry(index & mask);
    }

    /** Entry 0 to 255 itself, 0xRRGGBB. */
    public int entry(int index) {
        int at = index * 3;
        return full(components[at]) << 16 | full(components[at + 1]) << 8 | full(components[at + 2]);
    }

    private int full(byte value) {
        // Six bits drive the whole swing: 3Fh is white, so the high bits fill the low ones.
        return eightBits ? value & 0xFF : value << 2 & 0xFC | value >> 4 & 0x03;
    }

    List<Register> registers() {
        List<Register> all = new ArrayList<>();
        all.add(Register.of("PEL Mask", "3C6h", 8, Access.READ_WRITE, this::mask));
        all.add(Register.of("DAC State", "3C7h", 8, Access.READ_ONLY, this::state)
                .field("state", 0, 2, "write", "", "", "read"));
        all.add(Register.of("PEL Address Read Mode", "3C7h", 8, Access.WRITE_ONLY, () -> readIndex));
        all.add(Register.of("PEL Address Write Mode", "3C8h", 8, Access.READ_WRITE, this::writeIndex));
        all.add(Register.of("PEL Data", "3C9h", 8, Access.READ_WRITE, this::peekData)
                .sideEffect("goes on to the next component, after blue to the next entry"));
        all.add(Register.of("PEL Component", "", 2, Access.INTERNAL, () -> component)
                .field("component", 0, 2, "red", "green", "blue"));
        return all;
    }

    void writeState(StateWriter to) {
        to.writeBytes(components);
        to.writeInt(mask);
        to.writeInt(writeIndex);
        to.writeInt(readIndex);
        to.writeInt(component);
        to.writeInt(state);
        to.writeInts(pending);
        to.writeBoolean(eightBits);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        from.readBytes(components);
        mask = from.readInt() & 0xFF;
        writeIndex = from.readInt() & 0xFF;
        readIndex = from.readInt() & 0xFF;
        component = from.readInt();
        if (component < 0 || component > 2) {
            throw new CorruptSnapshot("vga: DAC component " + component);
        }
        state = from.readInt() & 3;
        from.readInts(pending);
        eightBits = from.readBoolean();
    }
}
