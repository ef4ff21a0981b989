package org.domainfirmware.emulator.device.vga;

import java.util.List;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * The DISPI interface of Bochs' VGA, 16-bit ports 1CEh (index) and 1CFh (data): resolutions beyond
 * the standard, a linear frame buffer, banks, panning. The geometry can only be set while disabled.
 */
public final class Dispi {
    /** Bank size in bytes. */
    public static final int BANK = 0x10000;
    private static final int ID_FIRST = 0xB0C0;
    private static final int ID_LAST = 0xB0C5;
    private static final int MAX_X = 2560;
    private static final int MAX_Y = 1600;
    private static final int MAX_BITS = 32;
    private static final int ENABLED = 0x01;
    private static final int GETCAPS = 0x02;
    private static final int GRANULARITY_32K = 0x10;
    private static final int DAC_8BIT = 0x20;
    private static final int LFB_ENABLED = 0x40;
    private static final int NO_CLEAR = 0x80;
    private static final int ENABLE_BITS = ENABLED | GETCAPS | GRANULARITY_32K | DAC_8BIT | LFB_ENABLED | NO_CLEAR;

    private final Vram vram;
    private final Dac dac;
    private final Runnable changed;
    private int index;
    private int id;
    private int xres;
    private int yres;
    private int bits;
    private int enable;
    private int bank;
    private int virtualWidth;
    private int xOffset;
    private int yOffset;

    /**
     * @param vram cleared when a mode is enabled
     * @param dac told the width of its components
     * @param changed run after a register got another value
     */
    Dispi(Vram vram, Dac dac, Runnable changed) {
        this.vram = vram;
        this.dac = dac;
        this.changed = changed;
    }

    void reset() {
        index = 0;
        id = ID_LAST;
        xres = 640;
        yres = 480;
        bits = 8;
        enable = 0;
        bank = 0;
        virtualWidth = xres;
        xOffset = 0;
        yOffset = 0;
    }

    int index() {
        return index;
    }

    void writeIndex(int value) {
        index = value;
    }

    int data() {
        return value(index);
    }

    /** What register {@code register} reads as. */
    int value(int register) {
        boolean caps = (enable & GETCAPS) != 0;
        return switch (register) {
            case 0 -> id;
            case 1 -> caps ? MAX_X : xres;
            case 2 -> caps ? MAX_Y : yres;
            case 3 -> caps ? MAX_BITS : bits;
            case 4 -> enable;
            case 5 -> bank;
            case 6 -> virtualWidth;
            case 7 -> virtualHeight();
            case 8 -> xOffset;
            case 9 -> yOffset;
            case 10 -> Vram.SIZE / 0x10000;
            default -> 0xFFFF;
        };
    }

    void writeData(int value) {
        write(index, value);
    }

    /** Writes register {@code register}. */
    void write(int register, int value) {
        switch (register) {
            case 0 -> id = value >= ID_FIRST && value <= ID_LAST ? value : id;
            case 1 -> xres = !enabled() && value > 0 && value <= MAX_X && value % 8 == 0 ? value : xres;
            case 2 -> yres = !enabled() && value > 0 && value <= MAX_Y ? value : yres;
            case 3 -> bits = enabled() ? bits : validBits(value);
            case 4 -> writeEnable(value & ENABLE_BITS);
            case 5 -> bank = value & 0x1FF;
            case 6 -> writeVirtualWidth(value);
            case 8 -> xOffset = value;
            case 9 -> yOffset = value;
            default -> {
                return;
            }
        }
        changed.run();
    }

    private int validBits(int value) {
        if (value == 0) {
            return 8; // the first version of the interface had only 8 bits and no such register
        }
        return isDepth(value) ? value : bits;
    }

    private static boolean isDepth(int value) {
        return switch (value) {
            case 4, 8, 15, 16, 24, 32 -> true;
            default -> false;
        };
    }

    private void writeEnable(int value) {
        boolean starts = (value & ENABLED) != 0 && !enabled();
        enable = value;
        dac.eightBits((value & DAC_8BIT) != 0);
        if (starts) {
            virtualWidth = xres;
            xOffset = 0;
            yOffset = 0;
            bank = 0;
            if ((value & NO_CLEAR) == 0) {
                vram.clear();
            }
        }
    }

    private void writeVirtualWidth(int value) {
        // The screen must still fit in width and in memory.
        if (value >= xres && (long) bytesFor(value) * yres <= Vram.SIZE) {
            virtualWidth = value;
        }
    }

    /** Bytes of all planes for a line of so many pixels. */
    private int bytesFor(int width) {
        return switch (bits) {
            case 4 -> width / 8 * 4;
            case 8 -> width;
            case 15, 16 -> width * 2;
            case 24 -> width * 3;
            default -> width * 4;
        };
    }

    private int virtualHeight() {
        return Math.min(0xFFFF, Vram.SIZE / Math.max(1, bytesFor(virtualWidth)));
    }

    /** A DISPI mode is on. */
    public boolean enabled() {
        return (enable & ENABLED) != 0;
    }

    /** A DISPI mode is on whose memory is not planes but pixels in order. */
    public boolean packed() {
        return enabled() && bits > 4;
    }

    /** Pixels of a line. */
    public int width() {
        return xres;
    }

    /** Lines. */
    public int height() {
        return yres;
    }

    /** Bits of a pixel: 4, 8, 15, 16, 24 or 32. */
    public int bits() {
        return bits;
    }

    /** Bytes of a virtual line; in 4-bit modes of one plane. */
    public int pitch() {
        return bits == 4 ? virtualWidth / 8 : bytesFor(virtualWidth);
    }

    public int xOffset() {
        return xOffset;
    }

    public int yOffset() {
        return yOffset;
    }

    /** First byte the window at A0000h shows; the whole window is inside display memory. */
    public int bankStart() {
        int granularity = (enable & GRANULARITY_32K) != 0 ? BANK / 2 : BANK;
        return Math.min(bank * granularity & Vram.SIZE - 1, Vram.SIZE - BANK);
    }

    /** The same for 4-bit modes: an offset into each plane. */
    public int bankPlaneOffset() {
        return enabled() && bits == 4 ? bankStart() & Vram.PLANE_OFFSETS - 1 : 0;
    }

    List<Register> registers() {
        return List.of(
                Register.of("DISPI Index", "1CEh", 16, Access.READ_WRITE, this::index),
                Register.of("DISPI ID", "1CFh.0", 16, Access.READ_WRITE, () -> id),
                Register.of("DISPI X Resolution", "1CFh.1", 16, Access.READ_WRITE, () -> xres),
                Register.of("DISPI Y Resolution", "1CFh.2", 16, Access.READ_WRITE, () -> yres),
                Register.of("DISPI Bits per Pixel", "1CFh.3", 16, Access.READ_WRITE, () -> bits),
                Register.of("DISPI Enable", "1CFh.4", 16, Access.READ_WRITE, () -> enable).field("enabled", 0, 1)
                        .field("get capabilities", 1, 1).field("bank granularity", 4, 1, "64 KiB", "32 KiB")
                        .field("8-bit DAC", 5, 1).field("linear frame buffer", 6, 1).field("no clear", 7, 1)
                        .sideEffect("enabling clears display memory unless told not to"),
                Register.of("DISPI Bank", "1CFh.5", 16, Access.READ_WRITE, () -> bank),
                Register.of("DISPI Virtual Width", "1CFh.6", 16, Access.READ_WRITE, () -> virtualWidth),
                Register.of("DISPI Virtual Height", "1CFh.7", 16, Access.READ_ONLY, this::virtualHeight),
                Register.of("DISPI X Offset", "1CFh.8", 16, Access.READ_WRITE, () -> xOffset),
                Register.of("DISPI Y Offset", "1CFh.9", 16, Access.READ_WRITE, () -> yOffset),
                Register.of("DISPI Memory in 64 KiB", "1CFh.A", 16, Access.READ_ONLY, () -> Vram.SIZE / 0x10000));
    }

    void writeState(StateWriter to) {
        to.writeInts(new int[] {index, id, xres, yres, bits, enable, bank, virtualWidth, xOffset, yOffset});
    }

    void readState(StateReader from) throws CorruptSnapshot {
        int[] all = new int[10];
        from.readInts(all);
        boolean good = all[2] > 0 && all[2] <= MAX_X && all[2] % 8 == 0 && all[3] > 0 && all[3] <= MAX_Y;
        for (int value : all) {
            good &= value >= 0 && value <= 0xFFFF;
        }
        if (!good || !isDepth(all[4])) {
            throw new CorruptSnapshot("vga: impossible DISPI registers");
        }
        index = all[0];
        id = all[1];
        xres = all[2];
        yres = all[3];
        bits = all[4];
        enable = all[5] & ENABLE_BITS;
        bank = all[6] & 0x1FF;
        virtualWidth = all[7];
        xOffset = all[8];
        yOffset = all[9];
    }
}
