package org.domainfirmware.debug.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.debug.E820View;
import org.domainfirmware.emulator.debug.E820View.Call;
import org.domainfirmware.emulator.debug.E820View.Entry;
import org.junit.jupiter.api.Test;

/** The rules of the ACPI specification, 15.1 (INT 15h, E820h): 20 bytes an entry, types from 1, EBX=0 begins and ends. */
class E820ModelTest {
    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;
    private static final int SMAP = 0x534D4150;
    private static final int RAM = 1;
    private static final int RESERVED = 2;
    private static final List<Entry> TRUTH = List.of(new Entry(0, 640 * KIB, RAM, ""), new Entry(MIB, 63 * MIB, RAM, ""));

    private static Entry entry(long base, long length, int type) {
        return new Entry(base, length, type, "");
    }

    /** A complete reading of entries. */
    private static List<Call> reading(Entry... entries) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < entries.length; i++) {
            calls.add(new Call(i, 0x7C10, i, i + 1 < entries.length ? i + 1 : 0, 20, SMAP, false, entries[i]));
        }
        return calls;
    }

    private static List<E820Model.Finding> findings(Entry... entries) {
        return E820Model.findings(reading(entries), TRUTH);
    }

    private static void finds(int entry, String text, Entry... entries) {
        List<E820Model.Finding> found = findings(entries);
        assertTrue(found.stream().anyMatch(f -> f.entry() == entry && f.text().contains(text)), found::toString);
    }

    @Test
    void aGoodMapHasNoFindings() {
        assertEquals(List.of(), findings(entry(0, 639 * KIB, RAM), entry(639 * KIB, KIB, RESERVED),
                entry(640 * KIB, 384 * KIB, RESERVED), entry(MIB, 63 * MIB, RAM)));
    }

    @Test
    void overlapsAreToldAtTheLaterEntry() {
        finds(1, "overlaps entry 0", entry(0, 640 * KIB, RAM), entry(639 * KIB, KIB, RESERVED));
        finds(2, "overlaps entry 0", entry(0, 640 * KIB, RAM), entry(640 * KIB, 384 * KIB, RESERVED), entry(KIB, KIB, RESERVED));
        // Also where an entry ends with the address space: its end is no 64-bit number.
        finds(1, "overlaps entry 0", entry(-MIB, MIB, RESERVED), entry(-KIB, KIB, RESERVED));
    }

    @Test
    void neighboursDoNotOverlap() {
        assertEquals(List.of(), findings(entry(0, KIB, RAM), entry(KIB, KIB, RAM)));
    }

    @Test
    void gapsHaveTheirSize() {
        finds(1, "gap of 384 KiB", entry(0, 640 * KIB, RAM), entry(MIB, 63 * MIB, RAM));
    }

    /** The specification asks for no entry where nothing is. */
    @Test
    void gapsAreNoFaults() {
        Row returned = E820Model.rows(new E820View(reading(entry(0, 640 * KIB, RAM), entry(MIB, 63 * MIB, RAM)), 0, TRUTH, List.of())).get(0);
        assertTrue(returned.cells().contains("nothing wrong found, 1 gap"), returned::toString);
        assertEquals(Row.Tone.NORMAL, returned.children().get(1).tone());
    }

    /** The word at 40:13h does not count the EBDA, nor does the map's first entry. */
    @Test
    void conventionalMemoryIsThatOfTheMap() {
        E820View view = new E820View(reading(entry(0, 632 * KIB, RAM), entry(632 * KIB, 8 * KIB, RESERVED)), 0, TRUTH, List.of());
        for (int told : new int[] {632, 640}) {
            List<Row> rows = MemorySizeModel.append(List.of(), view, new byte[128], new byte[] {(byte) told, (byte) (told >> 8)});
            Row word = rows.get(0).children().stream().filter(r -> r.key().equals("bda")).findFirst().orElseThrow();
            assertEquals(told == 632 ? Row.Tone.NORMAL : Row.Tone.WARNING, word.tone(), word::toString);
        }
    }

    @Test
    void orderIsUnsigned() {
        finds(1, "unsorted", entry(MIB, 63 * MIB, RAM), entry(0, 640 * KIB, RAM));
        List<E820Model.Finding> found = findings(entry(0, 640 * KIB, RAM), entry(0xFFFF_FFFF_0000_0000L, KIB, RESERVED));
        assertTrue(found.stream().noneMatch(f -> f.text().contains("unsorted")), found::toString);
    }

    @Test
    void impossibleEntries() {
        finds(0, "length is 0", entry(MIB, 0, RESERVED));
        finds(0, "beyond 2^64", entry(-KIB, 2 * KIB, RESERVED));
        finds(0, "no type 0", entry(0, KIB, 0));
        Call small = new Call(1, 0, 0, 0, 16, SMAP, false, entry(0, KIB, RAM));
        assertTrue(E820Model.findings(List.of(small), TRUTH).get(0).text().contains("16 bytes were returned"));
    }

    /** ACPI 6, 15.1: EAX comes back as "SMAP", EBX as the next continuation value. */
    @Test
    void answersThatStopOrNeverEnd() {
        Call unsigned = new Call(1, 0, 0, 0, 20, 0xE820, false, entry(0, KIB, RAM));
        assertEquals(List.of("EAX came back as 0000E820, not as 534D4150h: systems give up here"),
                E820Model.findings(List.of(unsigned), TRUTH).stream().map(E820Model.Finding::text).toList());
        Call endless = new Call(1, 0, 3, 3, 20, SMAP, false, entry(0, KIB, RAM));
        assertTrue(E820Model.findings(List.of(endless), TRUTH).get(0).text().contains("for ever"));
    }

    @Test
    void memoryThatIsNotTold() {
        List<Row> rows = E820Model.rows(new E820View(reading(entry(2 * MIB, 30 * MIB, RAM), entry(24 * MIB, 16 * MIB, RESERVED)), 0,
                TRUTH, List.of()));
        // The machine has 1 MiB to 64 MiB; told is 2 MiB to 40 MiB.
        Row truth = rows.get(1).children().get(1);
        assertEquals("25 MiB of it were not told", truth.cell(5));
        assertEquals(Row.Tone.WARNING, truth.tone());
        assertEquals(Row.Tone.NORMAL, rows.get(1).children().get(0).tone());
    }

    @Test
    void memoryTheMachineHasNot() {
        finds(0, "no RAM", entry(0, 641 * KIB, RAM));
        assertEquals(List.of(), findings(entry(MIB, 63 * MIB, RAM)));
    }

    @Test
    void anUnfinishedReadingIsTold() {
        List<Call> calls = reading(entry(0, 640 * KIB, RAM), entry(640 * KIB, KIB, RESERVED));
        List<E820Model.Finding> found = E820Model.findings(calls.subList(0, 1), TRUTH);
        assertEquals(1, found.size());
        assertTrue(found.get(0).text().contains("stopped before the end"));
    }

    @Test
    void theNewestReadingBeginsWithEbxZero() {
        List<Call> both = new ArrayList<>(reading(entry(0, KIB, RAM), entry(KIB, KIB, RAM)));
        both.addAll(reading(entry(0, 640 * KIB, RAM)));
        assertEquals(1, E820Model.newestReading(new E820View(both, 0, TRUTH, List.of())).size());
    }

    @Test
    void typesOfTheSpecification() {
        assertEquals(List.of("RAM", "reserved", "ACPI data", "ACPI NVS", "unusable", "disabled", "persistent"),
                java.util.stream.IntStream.rangeClosed(1, 7).mapToObj(E820Model::type).toList());
        assertEquals("type 4294967295", E820Model.type(-1));
    }
}
