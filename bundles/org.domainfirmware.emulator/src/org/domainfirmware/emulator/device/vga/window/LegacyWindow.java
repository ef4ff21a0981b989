package org.domainfirmware.emulator.device.vga.window;

import org.domainfirmware.emulator.device.vga.Vram;
import org.domainfirmware.emulator.memory.MmioHandler;

/**
 * Display memory as the processor sees it at A0000h to BFFFFh. The device chooses a path when a
 * register changes; an access only checks the window's bounds.
 */
public final class LegacyWindow implements MmioHandler {
    /** First address that can belong to it. */
    public static final int BASE = 0xA0000;
    /** Bytes from there on. */
    public static final int LENGTH = 0x20000;
    private static final int[] STARTS = {0xA0000, 0xA0000, 0xB0000, 0xB8000};
    private static final int[] LENGTHS = {0x20000, 0x10000, 0x8000, 0x8000};
    /** Planes that a text-mode program writes: characters and attributes. */
    private static final int TEXT_PLANES = 0x0000FFFF;

    private final PlaneLogic logic;
    private final WriteModes modes;
    private final ClosedPath closed = new ClosedPath();
    private final PlanarPath planar;
    private final OddEvenPath oddEven;
    private final TextPath text;
    private final Chain4Path chain4;
    private final Chain4LogicPath chain4Logic;
    private final BankPath bank;
    private WindowPath path = closed;
    /** Of the legacy mode that is open; null while another path is. */
    private Addressing addressing;
    private int start = BASE;
    private int length = LENGTH;

    public LegacyWindow(PlaneLogic logic, Vram vram) {
        this.logic = logic;
        modes = new WriteModes(logic, vram);
        planar = new PlanarPath(logic, vram);
        oddEven = new OddEvenPath(logic, vram);
        text = new TextPath(logic, vram);
        chain4 = new Chain4Path(logic, vram);
        chain4Logic = new Chain4LogicPath(logic, vram);
        bank = new BankPath(vram);
    }

    /** Addressing bits of a legacy mode, as the registers of three parts hold them. */
    public record Addressing(int memoryMap, int writeMode, boolean chain4, boolean sequencerOddEven,
            boolean hostOddEven, boolean chainOddEven, int oddEvenPage) {
    }

    /** Display memory does not answer. */
    public void close() {
        addressing = null;
        path = closed;
    }

    /** A DISPI mode of 8 or more bits a pixel: 64 KiB at A0000h. */
    public void openBank(int firstByte) {
        map(1);
        addressing = null;
        path = bank.with(firstByte);
    }

    /** A legacy mode, or a DISPI mode of 4 bits. */
    public void open(Addressing a) {
        map(a.memoryMap());
        addressing = a;
        choose(a);
    }

    /** The data path has new settings: another path may be the fast one now. */
    public void dataPathChanged() {
        if (addressing != null) {
            choose(addressing);
        }
    }

    private void choose(Addressing a) {
        WriteMode mode = modes.choose(a.writeMode());
        boolean plain = modes.isPlain(mode) && !logic.compareMode;
        if (a.chain4()) {
            path = plain && logic.mapMask == -1 ? chain4 : chain4Logic.with(mode);
        } else if (!a.sequencerOddEven() && !a.hostOddEven() && !a.chainOddEven()) {
            path = planar.with(mode);
        } else if (plain && a.sequencerOddEven() && a.hostOddEven() && a.chainOddEven() && a.memoryMap() != 0
                && a.oddEvenPage() == 0 && logic.mapMask == TEXT_PLANES && logic.readShift < 16) {
            path = text;
        } else {
            path = oddEven.with(mode, a.sequencerOddEven(), a.hostOddEven(), a.chainOddEven(),
                    a.memoryMap() == 0, a.oddEvenPage());
        }
    }

    private void map(int memoryMap) {
        start = STARTS[memoryMap];
        length = LENGTHS[memoryMap];
    }

    private boolean inside(int at, int count) {
        return at >= 0 && at + count <= length;
    }

    @Override
    public int read(int address, int size) {
        int at = address - start;
        if (!inside(at, size)) {
            return outside(address, size, false);
        }
        return switch (size) {
            case 1 -> path.read(at);
            case 2 -> path.read16(at);
            default -> path.read32(at);
        };
    }

    @Override
    public void write(int address, int size, int value) {
        int at = address - start;
        if (!inside(at, size)) {
            for (int i = 0; i < size; i++) {
                if (inside(at + i, 1)) {
                    path.write(at + i, value >>> 8 * i);
                }
            }
            return;
        }
        switch (size) {
            case 1 -> path.write(at, value);
            case 2 -> path.write16(at, value);
            default -> path.write32(at, value);
        }
    }

    @Override
    public int peek(int address, int size) {
        return outside(address, size, true);
    }

    /** Byte by byte: bytes the window does not have read FFh. */
    private int outside(int address, int size, boolean peek) {
        int value = 0;
        for (int i = 0; i < size; i++) {
            int at = address - start + i;
            int b = inside(at, 1) ? peek ? path.peek(at) : path.read(at) : 0xFF;
            value |= b << 8 * i;
        }
        return value;
    }

    @Override
    public void writeRun(int address, int size, byte[] from, int offset, int units) {
        int at = address - start;
        if (inside(at, size * units)) {
            path.writeRun(at, from, offset, size * units);
            return;
        }
        for (int i = 0; i < size * units; i++) {
            write(address + i, 1, from[offset + i]);
        }
    }

    @Override
    public void readRun(int address, int size, byte[] to, int offset, int units) {
        int at = address - start;
        if (inside(at, size * units)) {
            path.readRun(at, to, offset, size * units);
            return;
        }
        for (int i = 0; i < size * units; i++) {
            to[offset + i] = (byte) read(address + i, 1);
        }
    }

    /**
     * REP MOVS with both ends in the window, ascending: each unit is read, which loads the latches,
     * and then written, which may use them. A read run followed by a write run is not the same.
     */
    public void copyRun(int from, int to, int size, int units) {
        if (size == 1 && inside(from - start, units) && inside(to - start, units)) {
            path.copyBytes(from - start, to - start, units);
            return;
        }
        for (int i = 0; i < units; i++) {
            write(to + i * size, size, read(from + i * size, size));
        }
    }
}
