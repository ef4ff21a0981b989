package org.domainfirmware.debug.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.domainfirmware.emulator.debug.InterruptRecord;
import org.domainfirmware.emulator.debug.InterruptRecord.Kind;
import org.junit.jupiter.api.Test;

/** Calls in words. What is where: IBM PC/AT Technical Reference, BIOS listing; ACPI 6, 15.1. */
class InterruptModelTest {
    private static final int CALL = 0;
    private static final int FUNCTION = 1;
    private static final int IN = 2;
    private static final int CHANGED = 3;
    private static final int CARRY = 4;
    private static final int TOOK = 5;

    private static InterruptRecord software(long id, int depth, int vector, int... in) {
        return new InterruptRecord(id, depth, vector, Kind.SOFTWARE, 0, 0x7C10, in, null, 0, 5000, 50_000, -1);
    }

    private static InterruptRecord returned(InterruptRecord r, int flags, long nanos, int... out) {
        return new InterruptRecord(r.id(), r.depth(), r.vector(), r.kind(), r.callerSelector(), r.callerOffset(), r.in(), out, flags,
                r.start(), r.startNanos(), nanos);
    }

    private static Row row(InterruptRecord r) {
        return InterruptModel.rows(List.of(r), "").get(0);
    }

    @Test
    void aReadOfSectorsByName() {
        // AX=0201 BX=7C00 CX=4F92 DX=0180, ES=0050: cylinder 4Fh + 2 << 8 = 591, head 1, sector 18, hard disk 80h.
        InterruptRecord read = software(1, 0, 0x13, 0x0201, 0x7C00, 0x4F92, 0x0180, 0, 0, 0, 0x00500040);
        Row row = row(read);
        assertEquals("INT 13h AX=0201", row.cell(CALL));
        assertEquals("read sectors", row.cell(FUNCTION));
        assertEquals("drive=80 cylinder=591 head=01 sector=18 count=01 buffer=0050:7C00", row.cell(IN));
        assertEquals("not returned", row.cell(TOOK));
        assertEquals("", row.cell(CARRY));

        row = row(returned(read, 1, 250_000_000, 0x2001, 0x7C00, 0x4F92, 0x0180, 0, 0, 0, 0x00500040));
        assertEquals("AX=2001", row.cell(CHANGED));
        assertEquals("CF=1", row.cell(CARRY));
        assertEquals("250 ms", row.cell(TOOK));
        assertEquals(Row.Tone.WARNING, row.tone());
    }

    @Test
    void theWidthOfWhatGoesInAndComesOut() {
        int smap = 0x534D4150;
        InterruptRecord map = software(1, 0, 0x15, 0xE820, 0x12345, 20, smap, 0, 0x600, 0, 0);
        Row row = row(returned(map, 0, 900, smap, 0x12346, 20, smap, 0, 0x600, 0, 0x00100000));
        assertEquals("memory map", row.cell(FUNCTION));
        assertEquals("continuation=12345 size=14 signature=534D4150 buffer=0000:0600", row.cell(IN));
        assertEquals("EAX=534D4150 BX=2346 ES=0010", row.cell(CHANGED));
        assertEquals("CF=0", row.cell(CARRY));
        assertEquals("900 ns", row.cell(TOOK));
    }

    @Test
    void aKeyIsAnsweredInTheZeroFlag() {
        InterruptRecord ready = software(1, 0, 0x16, 0x0100, 0, 0, 0, 0, 0, 0, 0);
        assertEquals("CF=0 ZF=1", row(returned(ready, 0x40, 1, ready.in())).cell(CARRY));
        assertEquals("", row(ready).cell(IN), "it has no inputs");
    }

    @Test
    void anUnknownFunctionShowsAllRegisters() {
        assertEquals("BX=0001 CX=0002 DX=0003 SI=0004 DI=0005 BP=0006 DS=0007 ES=0008",
                row(software(1, 0, 0x60, 0x1234, 1, 2, 3, 4, 5, 6, 0x00080007)).cell(IN));
    }

    /** Vectors of real mode are named; behind 32 exceptions they are anybody's. */
    @Test
    void hardwareIsNoCall() {
        InterruptRecord diskette = new InterruptRecord(1, 0, 0x0E, Kind.HARDWARE, 0, 0, new int[8], null, 0, 0, 0, -1);
        assertEquals(List.of("hardware 0Eh", "diskette", ""), row(diskette).cells().subList(0, 3));
        InterruptRecord other = new InterruptRecord(1, 0, 0x21, Kind.HARDWARE, 0, 0, new int[8], null, 0, 0, 0, -1);
        assertEquals("", row(other).cell(FUNCTION));
        InterruptRecord fault = new InterruptRecord(1, 0, 0x0E, Kind.EXCEPTION, 0, 0, new int[8], null, 0, 0, 0, -1);
        assertEquals("page fault", row(fault).cell(FUNCTION));
    }

    @Test
    void aFilterKeepsTheCallsAroundAndWhatHappenedInside() {
        List<InterruptRecord> records = List.of(software(1, 0, 0x19, 0, 0, 0, 0, 0, 0, 0, 0), software(2, 1, 0x10, 0x0E41, 7, 0, 0, 0, 0, 0, 0),
                software(3, 1, 0x13, 0x0201, 0, 1, 0, 0, 0, 0, 0), software(4, 2, 0x15, 0x9000, 0, 0, 0, 0, 0, 0, 0),
                software(5, 0, 0x16, 0, 0, 0, 0, 0, 0, 0, 0));
        List<Row> all = InterruptModel.rows(records, "");
        assertEquals(2, all.size());
        assertEquals(2, all.get(0).children().size());
        List<Row> disk = InterruptModel.rows(records, " int 13H ");
        assertEquals(1, disk.size(), "INT 16h is gone");
        assertEquals(List.of("INT 13h AX=0201"), disk.get(0).children().stream().map(r -> r.cell(CALL)).toList());
        assertEquals("INT 15h AX=9000", disk.get(0).children().get(0).children().get(0).cell(CALL));
        assertTrue(InterruptModel.rows(records, "INT 67h").isEmpty());
    }
}
