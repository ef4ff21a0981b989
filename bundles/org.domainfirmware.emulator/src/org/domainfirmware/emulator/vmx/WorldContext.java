package org.domainfirmware.emulator.vmx;

import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Segment;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/**
 * A context of the world switch in guest memory: packed 32-bit fields eip, esp, eflags, cr0, cr3, cr4, idtr
 * limit and base, gdtr limit and base, then selector, limit, base and access rights of cs ds es ss fs gs tr
 * ldtr, then two bytes of interrupt vector bases. General registers but ESP travel in the processor.
 */
final class WorldContext {
    /** Bytes of a context. */
    static final int SIZE = 4 * (10 + 8 * 4) + 2;
    private static final int SEGMENTS = 4 * 10;
    private static final int IRQ_BASES = SEGMENTS + 8 * 16;

    private final PhysicalMemory memory;
    private final int address;

    WorldContext(PhysicalMemory memory, int address) {
        this.memory = memory;
        this.address = address;
    }

    private static Segment[] inOrder(CpuState s) {
        return new Segment[] {s.cs, s.ds, s.es, s.ss, s.fs, s.gs, s.tr, s.ldtr};
    }

    private void put(int field, int value) {
        memory.write(address + 4 * field, 4, value);
    }

    private int get(int field) {
        return memory.read(address + 4 * field, 4);
    }

    /** Saves the guest's state. @param cr0 as the guest sees it */
    void save(CpuState s, int eip, int cr0) {
        put(0, eip);
        put(1, s.gpr[4]);
        put(2, s.eflags());
        put(3, cr0);
        put(4, s.cr3);
        put(5, s.cr4);
        put(6, s.idtLimit);
        put(7, s.idtBase);
        put(8, s.gdtLimit);
        put(9, s.gdtBase);
        Segment[] segments = inOrder(s);
        for (int i = 0; i < segments.length; i++) {
            int field = SEGMENTS / 4 + 4 * i;
            put(field, segments[i].selector);
            put(field + 1, segments[i].limit);
            put(field + 2, segments[i].base);
            put(field + 3, segments[i].access);
        }
    }

    /** Loads the state. @return its CR0, as the guest is to see it */
    int load(CpuState s) {
        s.eip = get(0);
        s.gpr[4] = get(1);
        s.setEflags(get(2));
        s.cr3 = get(4);
        s.cr4 = get(5);
        s.idtLimit = get(6);
        s.idtBase = get(7);
        s.gdtLimit = get(8);
        s.gdtBase = get(9);
        Segment[] segments = inOrder(s);
        for (int i = 0; i < segments.length; i++) {
            int field = SEGMENTS / 4 + 4 * i;
            segments[i].set(get(field), get(field + 2), get(field + 1), get(field + 3));
        }
        s.cpl = (s.ss.access & Segment.NULL) != 0 ? s.cs.rpl() : s.ss.dpl();
        return get(3);
    }

    /** EFLAGS as it stands in the context, reserved bits and all. */
    int eflags() {
        return get(2);
    }

    /** Vector base the guest gave the master (0) or slave (1) controller in real mode; 0 when it gave none. */
    int irqBase(int controller) {
        return memory.read(address + IRQ_BASES + controller, 1);
    }
}
