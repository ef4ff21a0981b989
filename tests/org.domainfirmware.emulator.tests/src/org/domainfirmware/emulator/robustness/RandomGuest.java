package org.domainfirmware.emulator.robustness;

import java.util.SplittableRandom;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.cpu.state.Segment;
import org.domainfirmware.emulator.machine.Machine;

/** RAM full of random bytes and a processor set to run them, in each of the modes. */
final class RandomGuest {
    static final int LOW_RAM = 0xA0000;
    private static final int CODE = Segment.GRANULAR | Segment.BIG | Segment.PRESENT | Segment.S | Segment.CODE | 3;
    private static final int DATA = Segment.GRANULAR | Segment.BIG | Segment.PRESENT | Segment.S | 3;
    private static final int GDT = 0x1000;
    private static final int GDT_ENTRIES = 64;
    private static final int IDT = 0x2000;
    private static final int TSS = 0x3000;
    private static final int DIRECTORY = 0x6000;
    private static final int TABLE = 0x7000;
    /** Bytes uniform choice makes too rare to meet: two-byte opcodes, prefixes, x87, system instructions, port I/O. */
    private static final int[] FAVOURITES = {0x0F, 0x66, 0x67, 0xF0, 0xF2, 0xF3, 0x0F, 0xC8, 0xD8, 0xD9, 0xDB, 0xDD, 0xDF,
        0xE4, 0xE6, 0xEC, 0xEE, 0xEF, 0xCD, 0xCF, 0x9A, 0xEA, 0xCB, 0x8E, 0xA4, 0xA5, 0xAB, 0xAE, 0x6C, 0x6E, 0x62, 0x63, 0x9D};

    private RandomGuest() {
    }

    /** Fills a part of RAM. */
    static void fill(Machine machine, SplittableRandom random, int from, int length) {
        int favour = random.nextInt(3) * 64;
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int r = random.nextInt();
            bytes[i] = (byte) ((r & 0xFF) < favour ? FAVOURITES[(r >>> 16) % FAVOURITES.length] : r >>> 8);
        }
        machine.memory().writeBytes(from, bytes, 0, length);
    }

    private static void randomRegisters(CpuState s, SplittableRandom random) {
        for (int i = 0; i < 8; i++) {
            int bits = random.nextInt(33);
            s.gpr[i] = bits == 32 ? random.nextInt() : random.nextInt() & (1 << bits) - 1;
        }
    }

    /** Real mode, segments and registers anywhere below 640 KiB. */
    static void startReal(Machine machine, SplittableRandom random) {
        machine.cpu().reset();
        CpuState s = machine.cpu().s;
        randomRegisters(s, random);
        for (Segment segment : s.seg) {
            segment.setReal(random.nextInt(LOW_RAM >> 4));
        }
        s.eip = random.nextInt(0x10000);
        s.gpr[Reg.ESP] &= 0xFFFE;
        machine.executor().stateReplaced();
    }

    /** Flat segments at CPL 0 or 3, a GDT of descriptors random but for the first few, an IDT of gates into RAM, a TSS. */
    static void startProtected(Machine machine, SplittableRandom random) {
        machine.cpu().reset();
        CpuState s = machine.cpu().s;
        randomRegisters(s, random);
        int ram = machine.memory().ramSize();
        int dpl = random.nextBoolean() ? 3 : 0;
        int[] fixed = {0, 0, 0x0000FFFF, 0x00CF9B00 | dpl << 13, 0x0000FFFF, 0x00CF9300 | dpl << 13, 0x0000FFFF, 0x00CF9B00,
            0x0000FFFF, 0x00CF9300, TSS << 16 | 0x2000, 0x00008B00};
        for (int i = 0; i < fixed.length; i++) {
            write(machine, GDT + 4 * i, fixed[i]);
        }
        for (int vector = 0; vector < 256; vector++) {
            int handler = random.nextInt(LOW_RAM);
            int type = random.nextInt(8) == 0 ? random.nextInt(32) : 14 + random.nextInt(2);
            write(machine, IDT + 8 * vector, 0x18 << 16 | handler & 0xFFFF);
            write(machine, IDT + 8 * vector + 4, handler & 0xFFFF0000 | 0x8000 | random.nextInt(4) << 13 | type << 8);
        }
        write(machine, TSS + 4, 0x80000);
        write(machine, TSS + 8, 0x20);
        s.gdtBase = GDT;
        s.gdtLimit = GDT_ENTRIES * 8 - 1;
        s.idtBase = IDT;
        s.idtLimit = 0x7FF;
        s.cr0 |= 1;
        s.cr3 = random.nextInt(ram) & ~0xFFF;
        s.cpl = dpl;
        s.cs.set(0x08 | dpl, 0, -1, CODE | dpl << 5);
        for (int i : new int[] {Reg.ES, Reg.SS, Reg.DS, Reg.FS, Reg.GS}) {
            s.seg[i].set(0x10 | dpl, 0, -1, DATA | dpl << 5);
        }
        s.tr.set(0x28, TSS, 0x2000, Segment.PRESENT | 0xB);
        s.gpr[Reg.ESP] = random.nextInt(LOW_RAM) & ~3;
        s.eip = 0x10000 + random.nextInt(LOW_RAM - 0x10000);
        machine.executor().stateReplaced();
    }

    /** As {@link #startProtected}, the first 4 MiB paged: most pages where they are, some elsewhere, absent or protected. */
    static void startPaged(Machine machine, SplittableRandom random) {
        startProtected(machine, random);
        int ram = machine.memory().ramSize();
        write(machine, DIRECTORY, TABLE | 7);
        for (int page = 0; page < 1024; page++) {
            int odd = random.nextInt(16);
            int frame = odd == 0 ? random.nextInt(ram) & ~0xFFF : page << 12;
            write(machine, TABLE + 4 * page, frame | (odd == 1 ? random.nextInt(0x1000) : 7));
        }
        CpuState s = machine.cpu().s;
        s.cr3 = DIRECTORY;
        s.cr0 |= 0x80000000 | random.nextInt(2) << 16;
        machine.executor().stateReplaced();
    }

    /** Virtual-8086 mode under the monitor's tables of {@link #startProtected}, IOPL random. */
    static void startVm86(Machine machine, SplittableRandom random) {
        startProtected(machine, random);
        CpuState s = machine.cpu().s;
        s.cpl = 3;
        s.setEflags(Flag.RESERVED_ONE | Flag.VM | Flag.IF | random.nextInt(4) << 12);
        for (Segment segment : s.seg) {
            int selector = random.nextInt(LOW_RAM >> 4);
            segment.set(selector, selector << 4, 0xFFFF, Segment.VM86_DATA);
        }
        s.eip = random.nextInt(0x10000);
        s.gpr[Reg.ESP] &= 0xFFFE;
        machine.executor().stateReplaced();
    }

    private static void write(Machine machine, int address, int value) {
        machine.memory().write(address, 4, value);
    }
}
