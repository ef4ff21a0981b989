package org.domainfirmware.emulator.debug;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.Cr;

/** How a linear address becomes a physical one, in words. Source: SDM volume 3, 4.3 and 4.4. */
final class PageWalk {
    private static final String[] BITS = {"P", "W", "U", "PWT", "PCD", "A", "D", "PS", "G"};
    private static final int LARGE = 1 << 7;

    private PageWalk() {
    }

    static List<String> describe(Cpu cpu, int linear) {
        List<String> lines = new ArrayList<>();
        if ((cpu.s.cr0 & Cr.CR0_PG) == 0) {
            lines.add("paging is off");
        } else if ((cpu.s.cr4 & Cr.CR4_PAE) != 0) {
            long pdpte = cpu.paging.pdptes()[linear >>> 30];
            lines.add(String.format("PDPTE %d = %016X", linear >>> 30, pdpte));
            if ((pdpte & 1) != 0) {
                walk(cpu, lines, (int) pdpte & ~0xFFF, linear >>> 21 & 0x1FF, linear >>> 12 & 0x1FF, 8);
            }
        } else {
            walk(cpu, lines, cpu.s.cr3 & ~0xFFF, linear >>> 22, linear >>> 12 & 0x3FF, 4);
        }
        long physical = cpu.paging.peek(linear);
        lines.add(physical < 0 ? String.format("linear %08X is not present", linear)
                : String.format("linear %08X is physical %08X", linear, physical));
        return lines;
    }

    private static void walk(Cpu cpu, List<String> lines, int directory, int pdeIndex, int pteIndex, int size) {
        int pdeAt = directory + pdeIndex * size;
        int pde = cpu.memory.peek(pdeAt, 4);
        lines.add(entry("PDE", pdeIndex, pdeAt, pde));
        boolean large = (pde & LARGE) != 0 && (size == 8 || (cpu.s.cr4 & Cr.CR4_PSE) != 0);
        if ((pde & 1) != 0 && !large) {
            int pteAt = (pde & ~0xFFF) + pteIndex * size;
            lines.add(entry("PTE", pteIndex, pteAt, cpu.memory.peek(pteAt, 4)));
        }
    }

    private static String entry(String name, int index, int at, int value) {
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < BITS.length; i++) {
            if ((value >>> i & 1) != 0) {
                bits.append(' ').append(BITS[i]);
            }
        }
        return String.format("%s %d at %08X = %08X%s", name, index, at, value, bits);
    }
}
