package org.domainfirmware.emulator.device.vga;

import java.util.List;
import java.util.function.IntSupplier;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;

/** Names and fields of the CRT controller's registers, a table apart from what they do. */
final class CrtcRegisterNames {
    private CrtcRegisterNames() {
    }

    static List<Register> declare(IndexedRegisters regs, IntSupplier index) {
        return List.of(
                Register.of("CRT Controller Address", "3D4h", 8, Access.READ_WRITE, index).field("index", 0, 6),
                regs.declare("Horizontal Total", 0x00),
                regs.declare("Horizontal Display-Enable End", 0x01),
                regs.declare("Start Horizontal Blanking", 0x02),
                regs.declare("End Horizontal Blanking", 0x03).field("end", 0, 5).field("display skew", 5, 2),
                regs.declare("Start Horizontal Retrace", 0x04),
                regs.declare("End Horizontal Retrace", 0x05).field("end", 0, 5).field("retrace delay", 5, 2)
                        .field("end blanking bit 5", 7, 1),
                regs.declare("Vertical Total", 0x06),
                regs.declare("Overflow", 0x07).field("vertical total 8", 0, 1).field("display end 8", 1, 1)
                        .field("retrace start 8", 2, 1).field("start blanking 8", 3, 1)
                        .field("line compare 8", 4, 1).field("vertical total 9", 5, 1)
                        .field("display end 9", 6, 1).field("retrace start 9", 7, 1),
                regs.declare("Preset Row Scan", 0x08).field("row scan", 0, 5).field("byte panning", 5, 2),
                regs.declare("Maximum Scan Line", 0x09).field("maximum scan line", 0, 5)
                        .field("start blanking 9", 5, 1).field("line compare 9", 6, 1)
                        .field("double scan", 7, 1),
                regs.declare("Cursor Start", 0x0A).field("row scan", 0, 5).field("cursor off", 5, 1),
                regs.declare("Cursor End", 0x0B).field("row scan", 0, 5).field("skew", 5, 2),
                regs.declare("Start Address High", 0x0C),
                regs.declare("Start Address Low", 0x0D),
                regs.declare("Cursor Location High", 0x0E),
                regs.declare("Cursor Location Low", 0x0F),
                regs.declare("Vertical Retrace Start", 0x10),
                regs.declare("Vertical Retrace End", 0x11).field("end", 0, 4)
                        .field("clear vertical interrupt", 4, 1, "clear", "allow")
                        .field("vertical interrupt", 5, 1, "enabled", "disabled")
                        .field("select 5 refresh cycles", 6, 1).field("protect R0-7", 7, 1),
                regs.declare("Vertical Display-Enable End", 0x12),
                regs.declare("Offset", 0x13),
                regs.declare("Underline Location", 0x14).field("row scan", 0, 5)
                        .field("count by 4", 5, 1).field("doubleword mode", 6, 1),
                regs.declare("Start Vertical Blanking", 0x15),
                regs.declare("End Vertical Blanking", 0x16),
                regs.declare("CRT Mode Control", 0x17).field("CMS 0", 0, 1, "row scan bit 0", "address bit 13")
                        .field("select row scan counter", 1, 1, "row scan bit 1", "address bit 14")
                        .field("horizontal retrace select", 2, 1).field("count by two", 3, 1)
                        .field("address wrap", 5, 1, "bit 13", "bit 15")
                        .field("word/byte mode", 6, 1, "word", "byte").field("hardware reset", 7, 1),
                regs.declare("Line Compare", 0x18));
    }
}
