package org.domainfirmware.emulator.device.vga;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * Attribute controller, ports 3C0h/3C1h (IBM VGA manual, "Attribute Controller Registers"): the
 * internal palette, panning and blinking. One port takes index and data in turn.
 */
public final class AttributeController {
    private static final int MODE_CONTROL = 0x10;
    private static final int OVERSCAN = 0x11;
    private static final int COLOR_PLANE_ENABLE = 0x12;
    private static final int PEL_PANNING = 0x13;
    private static final int COLOR_SELECT = 0x14;
    private static final int PALETTE_ADDRESS_SOURCE = 0x20;

    private final IndexedRegisters regs = new IndexedRegisters("attribute controller", "3C1h",
            0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F, 0x3F,
            0xEF, 0xFF, 0x3F, 0x0F, 0x0F);
    private final Runnable changed;
    private int index;
    private boolean dataNext;

    /** @param changed run after a register got another value */
    AttributeController(Runnable changed) {
        this.changed = changed;
    }

    void reset() {
        regs.clear();
        index = 0;
        dataNext = false;
    }

    int index() {
        return index;
    }

    int data() {
        return regs.get(index & 0x1F);
    }

    /** A read of Input Status 1: the next write is an index. */
    void resetFlipFlop() {
        dataNext = false;
    }

    void write(int value) {
        if (dataNext) {
            int register = index & 0x1F;
            // The palette takes data only while it is disconnected from the display.
            if (register >= MODE_CONTROL || !displaying()) {
                if (regs.set(register, value)) {
                    changed.run();
                }
            }
        } else {
            int before = index;
            index = value & 0x3F;
            if (((before ^ index) & PALETTE_ADDRESS_SOURCE) != 0) {
                changed.run();
            }
        }
        dataNext = !dataNext;
    }

    /** The palette belongs to the display; otherwise the screen is blank. */
    public boolean displaying() {
        return (index & PALETTE_ADDRESS_SOURCE) != 0;
    }

    /** Attribute bit 7 blinks instead of giving bright backgrounds. */
    public boolean blinkEnabled() {
        return (regs.get(MODE_CONTROL) & 0x08) != 0;
    }

    /** The ninth dot of characters C0h to DFh repeats the eighth. */
    public boolean lineGraphics() {
        return (regs.get(MODE_CONTROL) & 0x04) != 0;
    }

    /** A line compare match also ends panning until the next frame. */
    public boolean panningStopsAtSplit() {
        return (regs.get(MODE_CONTROL) & 0x20) != 0;
    }

    /** Colour of the border. */
    public int overscan() {
        return regs.get(OVERSCAN);
    }

    /** Planes that reach the palette, bit n for plane n. */
    public int planeEnable() {
        return regs.get(COLOR_PLANE_ENABLE) & 0x0F;
    }

    /** Panning count, 0 to 15; its meaning depends on the mode. */
    public int panning() {
        return regs.get(PEL_PANNING);
    }

    /** DAC index of a 4-bit colour, after plane enable, palette and colour select. */
    public int dacIndex(int color) {
        int entry = regs.get(color & planeEnable());
        int select = regs.get(COLOR_SELECT);
        if ((regs.get(MODE_CONTROL) & 0x80) != 0) {
            return entry & 0x0F | select << 4;
        }
        return entry | (select & 0x0C) << 4;
    }

    List<Register> registers() {
        List<Register> all = new ArrayList<>();
        all.add(Register.of("Attribute Address", "3C0h", 8, Access.READ_WRITE, this::index)
                .field("index", 0, 5).field("palette address source", 5, 1, "system", "display")
                .sideEffect("a write toggles between index and data"));
        all.add(Register.of("Attribute Flip-Flop", "", 1, Access.INTERNAL, () -> dataNext ? 1 : 0)
                .field("next write", 0, 1, "index", "data").sideEffect("reading Input Status 1 clears it"));
        for (int i = 0; i < MODE_CONTROL; i++) {
            all.add(regs.declare("Internal Palette " + i, i).field("DAC index", 0, 6));
        }
        all.add(regs.declare("Attribute Mode Control", MODE_CONTROL).field("graphics", 0, 1)
                .field("monochrome", 1, 1).field("line graphics", 2, 1).field("blink", 3, 1)
                .field("panning stops at split", 5, 1).field("pixel clock halved", 6, 1)
                .field("palette size", 7, 1, "6 bits", "4 bits"));
        all.add(regs.declare("Overscan Color", OVERSCAN));
        all.add(regs.declare("Color Plane Enable", COLOR_PLANE_ENABLE).field("planes", 0, 4)
                .field("video status mux", 4, 2));
        all.add(regs.declare("Horizontal PEL Panning", PEL_PANNING).field("count", 0, 4));
        all.add(regs.declare("Color Select", COLOR_SELECT).field("bits 5-4", 0, 2).field("bits 7-6", 2, 2));
        return all;
    }

    void writeState(StateWriter to) {
        to.writeInt(index);
        to.writeBoolean(dataNext);
        regs.writeState(to);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        index = from.readInt() & 0x3F;
        dataNext = from.readBoolean();
        regs.readState(from);
    }
}
