package org.domainfirmware.firmware.core.symbols.dwarf;

/** A unit of .debug_info: its header's facts and its tree. */
final class CompileUnit {
    final int version;
    final int addressSize;
    /** Offset of the unit's header in .debug_info: unit-relative references count from it. */
    final int start;
    final boolean dwarf64;
    Entry root;
    long strOffsetsBase;
    long addrBase;
    long rnglistsBase;
    long loclistsBase;
    /** Lines and files, read when the unit is. */
    LineTable lines = LineTable.EMPTY;

    CompileUnit(int version, int addressSize, int start, boolean dwarf64) {
        this.version = version;
        this.addressSize = addressSize;
        this.start = start;
        this.dwarf64 = dwarf64;
    }

    /** Lowest address: the base of its range and location lists. */
    long lowPc() {
        return root == null ? 0 : root.number(Dw.AT_LOW_PC, 0);
    }

    int offsetSize() {
        return dwarf64 ? 8 : 4;
    }
}
