package org.domainfirmware.emulator.device.vga.window;

/**
 * The graphics controller's data path, four planes at once: a byte a plane in one 32-bit word,
 * plane 0 lowest. Registers are expanded here when they are written, so that an access is a few
 * logical operations without decisions.
 */
public final class PlaneLogic {
    private static final int[] EXPANDED = new int[16];

    static {
        for (int i = 0; i < 16; i++) {
            EXPANDED[i] = (i & 1) * 0xFF | (i >> 1 & 1) * 0xFF00 | (i >> 2 & 1) * 0xFF0000 | (i >> 3) * 0xFF000000;
        }
    }

    int mapMask;
    int bitMask;
    int setReset;
    int enableSetReset;
    int rotate;
    /** The function as a polynomial over bits: data & keepData ^ latch & keepLatch ^ data & latch & both. */
    int keepData = -1;
    int keepLatch;
    int both;
    int latch;
    boolean compareMode;
    int readShift;
    int compare;
    int care;
    /** Plane offset of the window in DISPI 4-bit modes. */
    int bank;

    /** All planes of a byte of plane bits 0 to 15: FFh in each plane whose bit is set. */
    static int expand(int planes) {
        return EXPANDED[planes & 15];
    }

    /** A byte repeated in all planes. */
    static int repeat(int value) {
        return (value & 0xFF) * 0x01010101;
    }

    /** Sequencer map mask, bits 0 to 3. */
    public void mapMask(int planes) {
        mapMask = expand(planes);
    }

    /** Graphics controller bit mask, 8 bits. */
    public void bitMask(int bits) {
        bitMask = repeat(bits);
    }

    /** Set/reset value and enable, 4 bits each. */
    public void setReset(int value, int enable) {
        setReset = expand(value);
        enableSetReset = expand(enable);
    }

    /**
     * Rotation of system data, and the function that combines it with the latches.
     *
     * @param function 0 replace, 1 AND, 2 OR, 3 XOR
     */
    public void function(int rotateCount, int function) {
        rotate = rotateCount;
        keepData = function == 1 ? 0 : -1;
        keepLatch = function == 2 || function == 3 ? -1 : 0;
        both = function == 1 || function == 2 ? -1 : 0;
    }

    /** Read mode (true: 1, colour compare), read map select, colour compare and don't care. */
    public void reading(boolean mode1, int map, int color, int dontCare) {
        compareMode = mode1;
        readShift = 8 * map;
        compare = expand(color);
        care = expand(dontCare);
    }

    public void bank(int planeOffset) {
        bank = planeOffset;
    }

    /** The latches, a byte a plane. */
    public int latch() {
        return latch;
    }

    public void latch(int planes) {
        latch = planes;
    }

    /** Write mode 0 with these settings simply stores the system's byte. */
    boolean plainWrites() {
        return bitMask == -1 && enableSetReset == 0 && rotate == 0 && keepData == -1 && keepLatch == 0 && both == 0;
    }

    /** System data after the rotator, low 8 bits. */
    int rotated(int value) {
        int v = value & 0xFF;
        return (v | v << 8) >>> rotate & 0xFF;
    }

    /** Data through the function unit and the bit mask. */
    int combine(int data, int mask) {
        int result = data & keepData ^ latch & keepLatch ^ data & latch & both;
        return result & mask | latch & ~mask;
    }

    /** What the system reads of four planes' bytes, given the plane select of read mode 0. */
    int readOf(int planes, int shift) {
        return compareMode ? compared(planes) : planes >>> shift & 0xFF;
    }

    /** Read mode 1: ones where all planes that matter have the compare colour. */
    private int compared(int planes) {
        int differ = (planes ^ compare) & care;
        return ~(differ | differ >>> 8 | differ >>> 16 | differ >>> 24) & 0xFF;
    }
}
