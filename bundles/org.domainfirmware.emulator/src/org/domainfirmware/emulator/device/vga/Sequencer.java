package org.domainfirmware.emulator.device.vga;

import java.util.List;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.device.vga.window.PlaneLogic;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** Sequencer, ports 3C4h/3C5h (IBM VGA manual, "Sequencer Registers"): clocks, plane write enable, fonts. */
public final class Sequencer {
    private static final int CLOCKING_MODE = 1;
    private static final int MAP_MASK = 2;
    private static final int CHARACTER_MAP_SELECT = 3;
    private static final int MEMORY_MODE = 4;

    private final IndexedRegisters regs = new IndexedRegisters("sequencer", "3C5h", 0x03, 0x3D, 0x0F, 0x3F, 0x0E);
    private final PlaneLogic logic;
    private final Runnable dataPathChanged;
    private final Runnable modeChanged;
    private int index;

    /**
     * @param logic told the map mask
     * @param dataPathChanged run after a register changed that only shapes accesses to come
     * @param modeChanged run after one changed that the picture or the addressing depends on
     */
    Sequencer(PlaneLogic logic, Runnable dataPathChanged, Runnable modeChanged) {
        this.logic = logic;
        this.dataPathChanged = dataPathChanged;
        this.modeChanged = modeChanged;
    }

    void reset() {
        regs.clear();
        index = 0;
        derive();
    }

    int index() {
        return index;
    }

    void writeIndex(int value) {
        index = value & 7;
    }

    int data() {
        return regs.get(index);
    }

    void writeData(int value) {
        if (regs.set(index, value)) {
            derive();
            (index == MAP_MASK ? dataPathChanged : modeChanged).run();
        }
    }

    private void derive() {
        logic.mapMask(regs.get(MAP_MASK));
    }

    /** Dots of a character: 8 or 9. */
    public int characterDots() {
        return (regs.get(CLOCKING_MODE) & 0x01) != 0 ? 8 : 9;
    }

    /** The dot clock is half the master clock (320-dot modes). */
    public boolean dotClockHalved() {
        return (regs.get(CLOCKING_MODE) & 0x08) != 0;
    }

    public boolean screenOff() {
        return (regs.get(CLOCKING_MODE) & 0x20) != 0;
    }

    /** Planes the system may write, bit n for plane n. */
    public int mapMask() {
        return regs.get(MAP_MASK);
    }

    /** Even addresses go to planes 0 and 2, odd ones to 1 and 3. */
    public boolean oddEven() {
        return (regs.get(MEMORY_MODE) & 0x04) == 0;
    }

    /** The low two address bits select the plane. */
    public boolean chain4() {
        return (regs.get(MEMORY_MODE) & 0x08) != 0;
    }

    /** Plane-2 offset of the font for characters whose attribute bit 3 is {@code bit3}. */
    public int fontOffset(boolean bit3) {
        if ((regs.get(MEMORY_MODE) & 0x02) == 0) {
            // The manual: character map selection needs "extended memory".
            return 0;
        }
        int select = regs.get(CHARACTER_MAP_SELECT);
        int map = bit3 ? select >> 2 & 3 | select >> 3 & 4 : select & 3 | select >> 2 & 4;
        return mapOffset(map);
    }

    /** Plane-2 offset of character map 0 to 7. */
    public static int mapOffset(int map) {
        return (map & 3) * 0x4000 + (map >> 2) * 0x2000;
    }

    List<Register> registers() {
        return List.of(
                Register.of("Sequencer Address", "3C4h", 8, Access.READ_WRITE, this::index).field("index", 0, 3),
                regs.declare("Reset", 0).field("asynchronous", 0, 1, "hold", "run").field("synchronous", 1, 1, "hold", "run"),
                regs.declare("Clocking Mode", CLOCKING_MODE).field("8/9 dot clocks", 0, 1, "9 dots", "8 dots")
                        .field("shift load", 2, 1).field("dot clock", 3, 1, "master", "master/2")
                        .field("shift 4", 4, 1).field("screen off", 5, 1),
                regs.declare("Map Mask", MAP_MASK).field("map enable", 0, 4),
                regs.declare("Character Map Select", CHARACTER_MAP_SELECT).field("map B", 0, 2).field("map A", 2, 2)
                        .field("map B high", 4, 1).field("map A high", 5, 1),
                regs.declare("Memory Mode", MEMORY_MODE).field("extended memory", 1, 1)
                        .field("odd/even", 2, 1, "odd/even", "sequential").field("chain 4", 3, 1));
    }

    void writeState(StateWriter to) {
        to.writeInt(index);
        regs.writeState(to);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        index = from.readInt() & 7;
        regs.readState(from);
        derive();
    }
}
