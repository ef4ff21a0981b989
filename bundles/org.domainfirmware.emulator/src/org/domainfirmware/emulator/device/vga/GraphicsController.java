package org.domainfirmware.emulator.device.vga;

import java.util.List;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.device.vga.window.PlaneLogic;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** Graphics controller, ports 3CEh/3CFh (IBM VGA manual, "Graphics Controller Registers"). */
public final class GraphicsController {
    private static final int SET_RESET = 0;
    private static final int ENABLE_SET_RESET = 1;
    private static final int COLOR_COMPARE = 2;
    private static final int DATA_ROTATE = 3;
    private static final int READ_MAP_SELECT = 4;
    private static final int MODE = 5;
    private static final int MISCELLANEOUS = 6;
    private static final int COLOR_DONT_CARE = 7;
    private static final int BIT_MASK = 8;

    private final IndexedRegisters regs = new IndexedRegisters("graphics controller", "3CFh",
            0x0F, 0x0F, 0x0F, 0x1F, 0x03, 0x7B, 0x0F, 0x0F, 0xFF);
    private final PlaneLogic logic;
    private final Runnable dataPathChanged;
    private final Runnable modeChanged;
    private int index;

    /**
     * @param logic told everything that shapes the data path
     * @param dataPathChanged run after a register changed that only shapes accesses to come
     * @param modeChanged run after one changed that the picture or the addressing depends on
     */
    GraphicsController(PlaneLogic logic, Runnable dataPathChanged, Runnable modeChanged) {
        this.logic = logic;
        this.dataPathChanged = dataPathChanged;
        this.modeChanged = modeChanged;
    }

    void reset() {
        regs.clear();
        index = 0;
        logic.latch(0);
        derive();
    }

    int index() {
        return index;
    }

    void writeIndex(int value) {
        index = value & 0x0F;
    }

    int data() {
        return regs.get(index);
    }

    void writeData(int value) {
        if (regs.set(index, value)) {
            derive();
            (index == MODE || index == MISCELLANEOUS ? modeChanged : dataPathChanged).run();
        }
    }

    private void derive() {
        logic.setReset(regs.get(SET_RESET), regs.get(ENABLE_SET_RESET));
        logic.function(regs.get(DATA_ROTATE) & 7, regs.get(DATA_ROTATE) >> 3);
        logic.bitMask(regs.get(BIT_MASK));
        logic.reading((regs.get(MODE) & 0x08) != 0, regs.get(READ_MAP_SELECT),
                regs.get(COLOR_COMPARE), regs.get(COLOR_DONT_CARE));
    }

    /** Write mode 0 to 3. */
    public int writeMode() {
        return regs.get(MODE) & 3;
    }

    /** System reads of even addresses see planes 0 and 2, of odd ones 1 and 3. */
    public boolean hostOddEven() {
        return (regs.get(MODE) & 0x10) != 0;
    }

    /** The shift registers take two bits a pixel from even and odd planes (CGA 4-colour modes). */
    public boolean shiftInterleave() {
        return (regs.get(MODE) & 0x20) != 0;
    }

    /** The shift registers take a byte a pixel. */
    public boolean shift256() {
        return (regs.get(MODE) & 0x40) != 0;
    }

    public boolean graphicsMode() {
        return (regs.get(MISCELLANEOUS) & 0x01) != 0;
    }

    /** System address bit 0 is replaced by a higher-order bit. */
    public boolean chainOddEven() {
        return (regs.get(MISCELLANEOUS) & 0x02) != 0;
    }

    /** Where the window lies: 0 A0000h 128 KiB, 1 A0000h 64 KiB, 2 B0000h 32 KiB, 3 B8000h 32 KiB. */
    public int memoryMap() {
        return regs.get(MISCELLANEOUS) >> 2 & 3;
    }

    List<Register> registers() {
        return List.of(
                Register.of("Graphics Address", "3CEh", 8, Access.READ_WRITE, this::index).field("index", 0, 4),
                regs.declare("Set/Reset", SET_RESET).field("maps", 0, 4),
                regs.declare("Enable Set/Reset", ENABLE_SET_RESET).field("maps", 0, 4),
                regs.declare("Color Compare", COLOR_COMPARE).field("maps", 0, 4),
                regs.declare("Data Rotate", DATA_ROTATE).field("rotate count", 0, 3)
                        .field("function", 3, 2, "replace", "AND", "OR", "XOR"),
                regs.declare("Read Map Select", READ_MAP_SELECT).field("map", 0, 2),
                regs.declare("Graphics Mode", MODE).field("write mode", 0, 2).field("read mode", 3, 1)
                        .field("odd/even", 4, 1).field("shift register", 5, 1).field("256-color", 6, 1),
                regs.declare("Miscellaneous", MISCELLANEOUS).field("graphics mode", 0, 1, "text", "graphics")
                        .field("chain odd/even", 1, 1)
                        .field("memory map", 2, 2, "A0000h 128K", "A0000h 64K", "B0000h 32K", "B8000h 32K"),
                regs.declare("Color Don't Care", COLOR_DONT_CARE).field("maps", 0, 4),
                regs.declare("Bit Mask", BIT_MASK),
                Register.of("Data Latches", "", 32, Access.INTERNAL, logic::latch)
                        .field("map 0", 0, 8).field("map 1", 8, 8).field("map 2", 16, 8).field("map 3", 24, 8)
                        .sideEffect("a system read of display memory loads them"));
    }

    void writeState(StateWriter to) {
        to.writeInt(index);
        to.writeInt(logic.latch());
        regs.writeState(to);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        index = from.readInt() & 0x0F;
        logic.latch(from.readInt());
        regs.readState(from);
        derive();
    }
}
