package org.domainfirmware.debug.ui.views;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.model.CpuMode;
import org.domainfirmware.debug.ui.model.DescriptorModel;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.model.SymbolNames;
import org.domainfirmware.debug.ui.model.TssModel;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.MemoryBlock;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.emulator.debug.SegmentView;

/** Reads the descriptor tables the processor uses now: registers first, then the memory they point to. */
final class TableReader {
    private static final int LDTR = 6;
    private static final int TR = 7;
    private static final int MOST = 0x10000;
    private static final int IVT_SIZE = 1024;
    /** 256 gates; a larger limit brings no more (SDM volume 3, 6.10). */
    private static final int IDT_SIZE = 2048;
    /** Its place among the control registers, and its bit of the virtual-8086 extensions. */
    private static final int CR4 = 3;
    private static final int VME = 1;
    private static final int UNUSABLE = 1 << 16;
    /** The bit of a system segment's type that tells a 32-bit TSS from a 16-bit one. */
    private static final int WIDE_TSS = 8;

    private final DebugPort port;
    private final SymbolNames names;

    TableReader(Guest guest) {
        port = guest.port();
        names = guest.names();
    }

    CompletableFuture<List<Row>> rows() {
        return port.registers().thenCompose(this::tables);
    }

    private CompletableFuture<List<Row>> tables(RegistersView r) {
        SegmentView ldtr = r.segment(LDTR);
        SegmentView tr = r.segment(TR);
        boolean isProtected = CpuMode.isProtected(r);
        CompletableFuture<Part> gdt = memory(r.gdtBase(), isProtected || r.gdtBase() != 0 ? r.gdtLimit() + 1 : 0);
        CompletableFuture<Part> idt = memory(r.idtBase(), Math.min(isProtected ? IDT_SIZE : IVT_SIZE, r.idtLimit() + 1));
        CompletableFuture<Part> ldt = memory(ldtr.base(), usable(ldtr) && isProtected ? ldtr.limit() + 1 : 0);
        CompletableFuture<Part> tss = memory(tr.base(), usable(tr) && isProtected ? tr.limit() + 1 : 0);
        // In VM86 mode the table at 0 matters as much as the IDT: monitors reflect interrupts through it.
        CompletableFuture<Part> ivt = CpuMode.isVm86(r) ? memory(0, IVT_SIZE) : memory(0, 0);
        return CompletableFuture.allOf(gdt, idt, ldt, tss, ivt).thenApplyAsync(all -> {
            List<Row> rows = new ArrayList<>();
            rows.add(heading("GDT", r.gdtBase(), r.gdtLimit(), gdt.join().whole(), DescriptorModel.table("gdt", gdt.join().bytes(), false, names)));
            if (isProtected) {
                rows.add(heading("IDT", r.idtBase(), r.idtLimit(), idt.join().whole(),
                        DescriptorModel.idt(idt.join().bytes(), names, selector -> base(gdt.join().bytes(), ldt.join().bytes(), selector))));
                rows.add(heading("LDT", ldtr.base(), ldtr.limit(), ldt.join().whole(),
                        DescriptorModel.table("ldt", ldt.join().bytes(), true, names)));
                rows.add(heading("TSS", tr.base(), tr.limit(), tss.join().whole(),
                        TssModel.rows(tss.join().bytes(), (tr.access() & WIDE_TSS) != 0, (r.control().get(CR4) & VME) != 0)));
            }
            if (!isProtected || ivt.join().bytes().length > 0) {
                Part vectors = isProtected ? ivt.join() : idt.join();
                rows.add(heading("IVT", isProtected ? 0 : r.idtBase(), IVT_SIZE - 1, vectors.whole(),
                        DescriptorModel.ivt(vectors.bytes(), names)));
            }
            return rows;
        });
    }

    private static boolean usable(SegmentView s) {
        return (s.access() & UNUSABLE) == 0 && s.selector() != 0;
    }

    private static int base(byte[] gdt, byte[] ldt, int selector) {
        byte[] table = (selector & 4) != 0 ? ldt : gdt;
        int at = selector & 0xFFF8;
        return at + 8 > table.length ? 0 : DescriptorModel.decode(table, at).base();
    }

    private CompletableFuture<Part> memory(int linear, int length) {
        int size = length < 0 ? MOST : Math.min(length, MOST);
        return size == 0 ? CompletableFuture.completedFuture(new Part(new byte[0], true))
                : port.readMemory(AddressSpace.LINEAR, linear, size).thenApply(Part::of);
    }

    /** A table as far as it is mapped. */
    private record Part(byte[] bytes, boolean whole) {
        static Part of(MemoryBlock block) {
            int present = block.valid().nextClearBit(0);
            boolean whole = present >= block.data().length;
            return new Part(whole ? block.data() : Arrays.copyOf(block.data(), present), whole);
        }
    }

    private static Row heading(String name, int base, int limit, boolean whole, List<Row> entries) {
        String count = entries.isEmpty() ? "none" : entries.size() == 1 ? "1 entry" : entries.size() + " entries";
        Row row = Row.of(name, name, String.format("%08X", base), String.format("%04X", limit), whole ? count
                : entries.isEmpty() ? "not mapped" : count + ", the rest is not mapped").with(entries);
        return row.with(whole ? Row.Tone.HEADING : Row.Tone.ERROR);
    }
}
