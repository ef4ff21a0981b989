package org.domainfirmware.firmware.core.symbols.dwarf;

import org.domainfirmware.firmware.core.symbols.ByteCursor;
import org.domainfirmware.firmware.core.symbols.CorruptFile;

/** Reads the value of an attribute by its form. Source: DWARF 5, 7.5.5. */
final class AttributeReader {
    private static final int MAX_INDIRECTIONS = 4;

    private final Sections sections;

    AttributeReader(Sections sections) {
        this.sections = sections;
    }

    Attribute read(ByteCursor c, CompileUnit unit, int name, int form, long implicit) throws CorruptFile {
        int now = form;
        for (int i = 0; now == Dw.FORM_INDIRECT && i < MAX_INDIRECTIONS; i++) {
            now = (int) c.uleb();
        }
        return switch (now) {
            case Dw.FORM_ADDR -> number(name, now, c.unsigned(unit.addressSize));
            case Dw.FORM_DATA1, Dw.FORM_FLAG -> number(name, now, c.u8());
            case Dw.FORM_DATA2 -> number(name, now, c.u16());
            case Dw.FORM_DATA4 -> number(name, unit.version < 4 && isList(name) ? Dw.FORM_SEC_OFFSET : now, c.u32());
            case Dw.FORM_DATA8 -> number(name, now, c.i64());
            case Dw.FORM_SDATA -> number(name, now, c.sleb());
            case Dw.FORM_UDATA -> number(name, now, c.uleb());
            case Dw.FORM_IMPLICIT_CONST -> number(name, now, implicit);
            case Dw.FORM_FLAG_PRESENT -> number(name, now, 1);
            case Dw.FORM_SEC_OFFSET -> number(name, now, c.unsigned(unit.offsetSize()));
            case Dw.FORM_REF1 -> number(name, now, unit.start + c.u8());
            case Dw.FORM_REF2 -> number(name, now, unit.start + c.u16());
            case Dw.FORM_REF4 -> number(name, now, unit.start + c.u32());
            case Dw.FORM_REF8 -> number(name, now, unit.start + c.i64());
            case Dw.FORM_REF_UDATA -> number(name, now, unit.start + c.uleb());
            case Dw.FORM_REF_ADDR -> number(name, now, c.unsigned(unit.version < 3 ? unit.addressSize
                    : unit.offsetSize()));
            case Dw.FORM_REF_SIG8 -> number(name, now, c.i64());
            case Dw.FORM_LOCLISTX, Dw.FORM_RNGLISTX -> number(name, now, c.uleb());
            case Dw.FORM_STRING -> text(name, now, c.string());
            case Dw.FORM_STRP -> text(name, now, sections.string(c.unsigned(unit.offsetSize())));
            case Dw.FORM_LINE_STRP -> text(name, now, sections.lineString(c.unsigned(unit.offsetSize())));
            case Dw.FORM_STRX -> text(name, now, sections.indexedString(unit, c.uleb()));
            case Dw.FORM_STRX1, Dw.FORM_STRX2 ->
                    text(name, now, sections.indexedString(unit, c.unsigned(now - Dw.FORM_STRX1 + 1)));
            case Dw.FORM_STRX3 -> text(name, now, sections.indexedString(unit, c.u16() | c.u8() << 16));
            case Dw.FORM_STRX4 -> text(name, now, sections.indexedString(unit, c.u32()));
            case Dw.FORM_ADDRX -> number(name, now, sections.indexedAddress(unit, c.uleb()));
            case Dw.FORM_ADDRX1, Dw.FORM_ADDRX1 + 1 ->
                    number(name, now, sections.indexedAddress(unit, c.unsigned(now - Dw.FORM_ADDRX1 + 1)));
            case Dw.FORM_ADDRX4 -> number(name, now, sections.indexedAddress(unit, c.u32()));
            case Dw.FORM_BLOCK, Dw.FORM_EXPRLOC -> block(name, now, c.bytes(c.uleb()));
            case Dw.FORM_BLOCK1 -> block(name, now, c.bytes(c.u8()));
            case Dw.FORM_BLOCK2 -> block(name, now, c.bytes(c.u16()));
            case Dw.FORM_BLOCK4 -> block(name, now, c.bytes(c.u32()));
            case Dw.FORM_DATA16 -> block(name, now, c.bytes(16));
            default -> throw new CorruptFile("unknown attribute form " + Integer.toHexString(now) + "h");
        };
    }

    /** Attributes that in versions 2 and 3 give a list's offset as a 4-byte constant. */
    private static boolean isList(int name) {
        return name == Dw.AT_LOCATION || name == Dw.AT_RANGES || name == Dw.AT_FRAME_BASE || name == Dw.AT_STMT_LIST;
    }

    private static Attribute number(int name, int form, long value) {
        return new Attribute(name, form, value, null, null);
    }

    private static Attribute text(int name, int form, String value) {
        return new Attribute(name, form, 0, value, null);
    }

    private static Attribute block(int name, int form, byte[] value) {
        return new Attribute(name, form, 0, null, value);
    }
}
