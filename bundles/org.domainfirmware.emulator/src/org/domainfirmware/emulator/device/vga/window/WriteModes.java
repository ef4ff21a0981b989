package org.domainfirmware.emulator.device.vga.window;

import org.domainfirmware.emulator.device.vga.Vram;

/** The four write modes, and write mode 0 as it is most of the time. */
final class WriteModes {
    private final WriteMode plain;
    private final WriteMode[] modes;
    private final PlaneLogic logic;

    WriteModes(PlaneLogic logic, Vram vram) {
        this.logic = logic;
        plain = new Plain(logic, vram);
        modes = new WriteMode[] {
            new Mode0(logic, vram), new Mode1(logic, vram), new Mode2(logic, vram), new Mode3(logic, vram)
        };
    }

    /** The strategy for a mode number and the present settings of the data path. */
    WriteMode choose(int mode) {
        return mode == 0 && logic.plainWrites() ? plain : modes[mode];
    }

    boolean isPlain(WriteMode mode) {
        return mode == plain;
    }

    /** Write mode 0 without rotation, set/reset, function and bit mask: bytes go through unchanged. */
    private static final class Plain extends WriteMode {
        Plain(PlaneLogic logic, Vram vram) {
            super(logic, vram);
        }

        @Override
        int planes(int value) {
            return PlaneLogic.repeat(value);
        }
    }

    /** Rotated data, or set/reset in the planes that enable it, through function and bit mask. */
    private static final class Mode0 extends WriteMode {
        Mode0(PlaneLogic logic, Vram vram) {
            super(logic, vram);
        }

        @Override
        int planes(int value) {
            PlaneLogic l = logic;
            int data = PlaneLogic.repeat(l.rotated(value)) & ~l.enableSetReset | l.setReset & l.enableSetReset;
            return l.combine(data, l.bitMask);
        }
    }

    /** The latches go to memory as they are. */
    private static final class Mode1 extends WriteMode {
        Mode1(PlaneLogic logic, Vram vram) {
            super(logic, vram);
        }

        @Override
        int planes(int value) {
            return logic.latch;
        }
    }

    /** Bit n of the data fills plane n, through function and bit mask. */
    private static final class Mode2 extends WriteMode {
        Mode2(PlaneLogic logic, Vram vram) {
            super(logic, vram);
        }

        @Override
        int planes(int value) {
            return logic.combine(PlaneLogic.expand(value), logic.bitMask);
        }
    }

    /** Set/reset fills all planes; the rotated data AND the bit mask register is the bit mask. */
    private static final class Mode3 extends WriteMode {
        Mode3(PlaneLogic logic, Vram vram) {
            super(logic, vram);
        }

        @Override
        int planes(int value) {
            PlaneLogic l = logic;
            return l.combine(l.setReset, PlaneLogic.repeat(l.rotated(value)) & l.bitMask);
        }
    }
}
