package org.domainfirmware.emulator.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.CpuFault;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.TestRom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks through tables written by hand from SDM volume 3, figures 4-4 (32-bit paging) and 4-7 (PAE paging). */
class PageWalkTest {
    private static final int DIRECTORY = 0x10000;
    private static final int TABLE = 0x11000;

    private Machine machine;
    private Cpu cpu;

    @BeforeEach
    void open() throws IOException {
        machine = new Machine(TestRom.machine(0xEB, 0xFE).withMemory(16));
        cpu = machine.cpu();
    }

    @AfterEach
    void close() throws IOException {
        machine.close();
    }

    private void paging(int cr4) {
        cpu.s.cr3 = DIRECTORY;
        cpu.s.cr4 = cr4;
        cpu.s.cr0 |= Cr.CR0_PG | Cr.CR0_PE;
        if ((cr4 & Cr.CR4_PAE) != 0) {
            assertTrue(cpu.paging.loadPdptes());
        }
    }

    private void entry(int at, long value) {
        cpu.memory.write(at, 4, (int) value);
        cpu.memory.write(at + 4, 4, (int) (value >>> 32));
    }

    private static PageWalkView.Step last(PageWalkView walk) {
        return walk.steps().get(walk.steps().size() - 1);
    }

    private void faults(int linear, String why) {
        PageWalkView walk = PageWalk.of(cpu, linear);
        assertEquals(-1, walk.physical());
        assertTrue(walk.result().endsWith(why), walk.result());
        assertFalse(last(walk).good());
        assertThrows(CpuFault.class, () -> cpu.paging.translate(linear, false, false), "the processor faults too");
    }

    private PageWalkView maps(int linear, long physical) {
        PageWalkView walk = PageWalk.of(cpu, linear);
        assertEquals(physical, walk.physical(), walk.result());
        assertTrue(walk.steps().stream().allMatch(PageWalkView.Step::good), walk::toString);
        return walk;
    }

    @Test
    void withoutPagingTheA20GateAloneCounts() {
        cpu.paging.a20Mask(~(1 << 20));
        PageWalkView walk = PageWalk.of(cpu, 0x100010);
        assertEquals(List.of(), walk.steps());
        assertEquals(0x10, walk.physical());
        assertEquals("paging is off: linear 00100010 is physical 00000010, because the A20 gate is shut", walk.result());
    }

    @Test
    void smallPages() {
        entry(DIRECTORY + 4 * 0x301, TABLE | 0x27);
        entry(TABLE + 4 * 0x145, 0x00345000 | 0x165);
        paging(Cr.CR4_PGE);
        // Directory 301h, table 145h, offset 678h.
        PageWalkView walk = maps(0xC0545678, 0x345678);
        assertEquals(List.of("CR3", "PDE 769", "PTE 325"), walk.steps().stream().map(PageWalkView.Step::name).toList());
        assertEquals(DIRECTORY + 4 * 0x301, walk.steps().get(1).address());
        assertEquals("page table at 00011000, writable, user, accessed", walk.steps().get(1).words());
        assertEquals("4 KiB page at 00345000, read-only, user, accessed, dirty, global", walk.steps().get(2).words());
        assertEquals("linear C0545678 is physical 00345678: user, read-only for user code (CR0.WP is 0)", walk.result());
        cpu.s.cr0 |= Cr.CR0_WP;
        assertTrue(PageWalk.of(cpu, 0xC0545678).result().endsWith(": user, read-only"));
    }

    @Test
    void whatIsNotPresentEndsTheWalk() {
        entry(DIRECTORY, TABLE | 3);
        entry(TABLE, 0xABCDE000L);
        paging(0);
        faults(0x00400000, "PDE 1 is not present, an access raises #PF");
        faults(0x123, "PTE 0 is not present, an access raises #PF");
        assertEquals(0xABCDE000L, last(PageWalk.of(cpu, 0x123)).value(), "what the system keeps there is shown");
        assertEquals("not present", last(PageWalk.of(cpu, 0x123)).words());
    }

    @Test
    void largePages() {
        entry(DIRECTORY, 0x00800000 | 0x83);
        entry(DIRECTORY + 4, 0x00802000 | 0x83);
        paging(Cr.CR4_PSE);
        PageWalkView walk = maps(0x3FFFFF, 0xBFFFFF);
        assertEquals("4 MiB page at 00800000, writable, supervisor", last(walk).words());
        assertEquals("linear 003FFFFF is physical 00BFFFFF: supervisor only, writable", walk.result());
        faults(0x400000, "PDE 1 has reserved bits set, an access raises #PF");
        assertTrue(last(PageWalk.of(cpu, 0x400000)).words().endsWith("RESERVED bits set: 2000"));
        // Without CR4.PSE the bit means nothing: the entry points to a table.
        cpu.s.cr4 = 0;
        entry(0x800000, 0x5003);
        assertEquals(0x5000, PageWalk.of(cpu, 0).physical());
    }

    @Test
    void entriesOf64Bits() {
        entry(DIRECTORY + 8 * 3, 0x12001);
        entry(0x12000 + 8 * 2, TABLE | 7);
        entry(TABLE + 8 * 5, 0x3_4567_8000L | 3);
        entry(0x12000 + 8 * 4, 0x5_0020_0000L | 0x83);
        entry(0x12000 + 8 * 6, 0x10_0000_0000L | TABLE | 3);
        entry(0x12000 + 8 * 7, 0x0020_2000L | 0x83);
        entry(TABLE + 8 * 6, 1L << 63 | 0x5003);
        entry(0x12000, 0x0060_0000L | 0x83);
        paging(Cr.CR4_PAE);
        // Pointer 3, directory 2, table 5.
        PageWalkView walk = maps(0xC0405ABC, 0x3_4567_8ABCL);
        assertEquals(List.of("CR3", "PDPTE 3", "PDE 2", "PTE 5"), walk.steps().stream().map(PageWalkView.Step::name).toList());
        assertEquals(0x3_4567_8003L, last(walk).value());
        assertEquals(8, last(walk).bytes());
        assertEquals("linear C0405ABC is physical 345678ABC: supervisor only, writable", walk.result());
        assertEquals("2 MiB page at 500200000, writable, supervisor", last(maps(0xC0812345, 0x5_0021_2345L)).words());
        maps(0xC0012345, 0x612345);
        faults(0xC0C00000, "PDE 6 has reserved bits set, an access raises #PF");
        faults(0xC0E00000, "PDE 7 has reserved bits set, an access raises #PF");
        faults(0xC0406000, "PTE 6 has reserved bits set, an access raises #PF");
        faults(0x12345, "PDPTE 0 is not present, an access raises #PF");
    }

    /** The bus has nothing above 4 GiB: a view of memory must not show what is at the low half of such an address. */
    @Test
    void memoryAbove4GiBIsNotThatBelow() {
        entry(DIRECTORY, 0x12001);
        entry(0x12000, TABLE | 3);
        entry(TABLE, 0x1_0000_5003L);
        entry(0x12008, 0x1_0020_0083L);
        cpu.memory.write(0x5000, 4, 0x12345678);
        paging(Cr.CR4_PAE);
        for (int linear : new int[] {0, 0x200000}) {
            assertEquals(cpu.paging.translate(linear, false, false), (int) cpu.paging.peek(linear));
        }
    }
}
