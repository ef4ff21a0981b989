package org.domainfirmware.emulator.device.vga;

import java.util.List;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * CRT controller, ports 3x4h/3x5h (IBM VGA manual, "CRT Controller Registers"): timing, start
 * address, cursor. Horizontal values count characters, vertical ones scan lines.
 */
public final class Crtc {
    private static final int LINE_COMPARE_IN_OVERFLOW = 0x10;

    private final IndexedRegisters regs = new IndexedRegisters("CRT controller", "3D5h",
            0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0x3F, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF,
            0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xEF, 0xFF);
    private final Runnable changed;
    private int index;

    /** @param changed run after a register got another value */
    Crtc(Runnable changed) {
        this.changed = changed;
    }

    void reset() {
        regs.clear();
        index = 0;
    }

    int index() {
        return index;
    }

    void writeIndex(int value) {
        index = value & 0x3F;
    }

    int data() {
        return regs.get(index);
    }

    void writeData(int value) {
        int kept = value;
        if (index <= 7 && (regs.get(0x11) & 0x80) != 0) {
            // "Protect R0-7": only the line compare bit of Overflow can still be written.
            if (index != 7) {
                return;
            }
            kept = regs.get(7) & ~LINE_COMPARE_IN_OVERFLOW | value & LINE_COMPARE_IN_OVERFLOW;
        }
        if (regs.set(index, kept)) {
            changed.run();
        }
    }

    private int overflow(int bit, int to) {
        return (regs.get(7) >> bit & 1) << to;
    }

    /** Characters of a line, retrace included. */
    public int horizontalTotal() {
        return regs.get(0) + 5;
    }

    /** Characters shown of a line. */
    public int horizontalDisplay() {
        return regs.get(1) + 1;
    }

    /** Scan lines of a frame, retrace included. */
    public int verticalTotal() {
        return (regs.get(6) | overflow(0, 8) | overflow(5, 9)) + 2 << verticalShift();
    }

    /** Scan lines shown. */
    public int verticalDisplay() {
        return (regs.get(0x12) | overflow(1, 8) | overflow(6, 9)) + 1 << verticalShift();
    }

    /** Line where vertical retrace begins. */
    public int verticalRetraceStart() {
        return (regs.get(0x10) | overflow(2, 8) | overflow(7, 9)) << verticalShift();
    }

    /** Lines that vertical retrace lasts, 1 to 16: the end register holds the low four bits of the end. */
    public int verticalRetraceLines() {
        int lines = regs.get(0x11) - regs.get(0x10) & 0x0F;
        return (lines == 0 ? 16 : lines) << verticalShift();
    }

    /** "Horizontal retrace select": the vertical counter is clocked by every second retrace. */
    private int verticalShift() {
        return regs.get(0x17) >> 2 & 1;
    }

    /** Scan line after which the address starts again from 0 (split screen). */
    public int lineCompare() {
        int line = regs.get(0x18) | overflow(4, 8) | (regs.get(9) >> 6 & 1) << 9;
        return line << verticalShift();
    }

    /** Scan lines of a character row, 1 to 32, before double scan. */
    public int rowLines() {
        return (regs.get(9) & 0x1F) + 1;
    }

    /** Every row line is shown twice. */
    public boolean doubleScan() {
        return (regs.get(9) & 0x80) != 0;
    }

    /** Row line the first row starts with. */
    public int presetRowScan() {
        return regs.get(8) & 0x1F;
    }

    /** Characters that panning skips beyond the attribute controller's dots, 0 to 3. */
    public int bytePanning() {
        return regs.get(8) >> 5 & 3;
    }

    public boolean cursorOff() {
        return (regs.get(0x0A) & 0x20) != 0;
    }

    public int cursorStart() {
        return regs.get(0x0A) & 0x1F;
    }

    public int cursorEnd() {
        return regs.get(0x0B) & 0x1F;
    }

    /** Characters the cursor is delayed, 0 to 3. */
    public int cursorSkew() {
        return regs.get(0x0B) >> 5 & 3;
    }

    public int startAddress() {
        return regs.get(0x0C) << 8 | regs.get(0x0D);
    }

    public int cursorAddress() {
        return regs.get(0x0E) << 8 | regs.get(0x0F);
    }

    /** What the address counter advances from one row to the next. */
    public int rowOffset() {
        return regs.get(0x13) * 2;
    }

    public int underlineRow() {
        return regs.get(0x14) & 0x1F;
    }

    /** Characters for one step of the address counter, as a shift: 0, 1 or 2. */
    public int countShift() {
        return (regs.get(0x14) & 0x20) != 0 ? 2 : regs.get(0x17) >> 3 & 1;
    }

    /**
     * Plane offset that an address counter value reads from: byte, word or doubleword mode, and the
     * row lines that replace address bits 13 and 14 for CGA and Hercules layouts.
     */
    public int planeOffset(int counter, int rowLine) {
        int mode = regs.get(0x17);
        int at;
        if ((regs.get(0x14) & 0x40) != 0) {
            at = counter << 2 | counter >> 12 & 3;
        } else if ((mode & 0x40) == 0) {
            at = counter << 1 | counter >> ((mode & 0x20) != 0 ? 15 : 13) & 1;
        } else {
            at = counter;
        }
        if ((mode & 0x01) == 0) {
            at = at & ~0x2000 | (rowLine & 1) << 13;
        }
        if ((mode & 0x02) == 0) {
            at = at & ~0x4000 | (rowLine >> 1 & 1) << 14;
        }
        return at & 0xFFFF;
    }

    /** Whether the controller runs: its retraces are released. */
    public boolean running() {
        return (regs.get(0x17) & 0x80) != 0;
    }

    List<Register> registers() {
        return CrtcRegisterNames.declare(regs, this::index);
    }

    void writeState(StateWriter to) {
        to.writeInt(index);
        regs.writeState(to);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        index = from.readInt() & 0x3F;
        regs.readState(from);
    }
}
