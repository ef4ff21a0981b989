package org.domainfirmware.emulator.vmx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.TransferHook;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.isa.ByteSource;
import org.domainfirmware.emulator.cpu.isa.Decoder;
import org.domainfirmware.emulator.cpu.isa.Disassembler;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.isa.Symbols;

/**
 * Watches a monitor at work: every trap out of virtual-8086 mode and every world switch, with what it cost.
 * Install as {@link Cpu#hook} (or behind one) and as the partition's listener.
 */
public final class AssistTrace implements TransferHook, WorldSwitchListener {
    private static final int FIRST_IRQ = 0x20;
    private static final int LAST_IRQ = 0x2F;
    private static final int WORLD_SWITCH = -1;
    private static final int VECTORS = 256;

    /**
     * Stays of one kind.
     *
     * @param count how many
     * @param instructions instructions they took together
     */
    public record Total(String kind, long count, long instructions) { }

    private final Cpu cpu;
    private final Consumer<AssistTrap> traps;
    private final Decoder decoder;
    private final Disassembler disassembler = new Disassembler(Symbols.NONE);
    private final Map<String, long[]> totals = new HashMap<>();
    private AssistTrap open;

    /** @param traps gets each stay when it ends */
    public AssistTrace(Cpu cpu, Consumer<AssistTrap> traps) {
        this.cpu = cpu;
        this.traps = traps;
        decoder = new Decoder(cpu.s.model);
    }

    /** Sums by kind, the costliest first. */
    public List<Total> totals() {
        List<Total> list = new ArrayList<>();
        totals.forEach((kind, sums) -> list.add(new Total(kind, sums[0], sums[1])));
        list.sort(Comparator.comparingLong(Total::instructions).reversed().thenComparing(Total::kind));
        return list;
    }

    private long now() {
        return cpu.blockBase + cpu.opIndex;
    }

    @Override
    public void beforeInterrupt(int vector, Kind kind) {
        if (open != null || !cpu.s.isVm86()) {
            return;
        }
        if (vector >= FIRST_IRQ && vector <= LAST_IRQ && kind == Kind.HARDWARE) {
            begin(vector, cpu.s.eip, "", "", "IRQ " + (vector - FIRST_IRQ));
        } else if (kind != Kind.SOFTWARE) {
            beginAtInstruction(vector, cpu.s.eip);
        }
    }

    private void begin(int vector, int eip, String bytes, String instruction, String kind) {
        open = new AssistTrap(now(), vector, cpu.s.cs.selector, eip, bytes, instruction, kind, "", 0);
    }

    private void beginAtInstruction(int vector, int eip) {
        int linear = cpu.s.cs.base + eip;
        ByteSource source = n -> peek(linear + n);
        Instruction in = decoder.decode(source, cpu.s.cs.isBig());
        StringBuilder bytes = new StringBuilder();
        for (int n = 0; n < in.length; n++) {
            bytes.append(String.format("%02X", peek(linear + n)));
        }
        String text = Disassembler.text(disassembler.tokens(in, source, eip));
        String name = in.fault == Instruction.NO_FAULT ? in.mnemonic().text() : "invalid opcode";
        String kind = switch (vector) {
            case WORLD_SWITCH -> "to real mode";
            case Vector.GP, Vector.SS -> name;
            default -> String.format("exception %d", vector);
        };
        begin(vector, eip, bytes.toString(), text, kind);
    }

    private int peek(int linear) {
        long physical = cpu.paging.peek(linear);
        return physical < 0 ? 0xFF : cpu.memory.peek((int) physical, 1);
    }

    @Override
    public void afterReturn() {
        if (open != null && cpu.s.isVm86()) {
            end(outcome());
        }
    }

    private String outcome() {
        int at = cpu.s.cs.selector << 16 | cpu.s.eip & 0xFFFF;
        if (open.vector() == WORLD_SWITCH) {
            return String.format("real mode at %04X:%04X", at >>> 16, at & 0xFFFF);
        }
        int next = open.cs() << 16 | open.eip() + open.bytes().length() / 2 & 0xFFFF;
        if (at == next && !open.bytes().isEmpty()) {
            return "emulated";
        }
        boolean emulated = open.vector() == Vector.GP || open.vector() == Vector.SS;
        for (int v = 0; v < VECTORS; v++) {
            if (cpu.memory.peek(4 * v, 4) == at) {
                return String.format(emulated ? "emulated, then INT %02X" : "reflected to INT %02X", v);
            }
        }
        return String.format("emulated up to %04X:%04X", at >>> 16, at & 0xFFFF);
    }

    private void end(String outcome) {
        AssistTrap o = open;
        open = null;
        long spent = now() - o.start();
        long[] sums = totals.computeIfAbsent(o.kind(), k -> new long[2]);
        sums[0]++;
        sums[1] += spent;
        traps.accept(new AssistTrap(o.start(), o.vector(), o.cs(), o.eip(), o.bytes(), o.instruction(), o.kind(),
                outcome, spent));
    }

    @Override
    public void begun() {
        open = null;
    }

    @Override
    public void beforeSwitch(boolean toMonitor, int eip) {
        if (toMonitor) {
            beginAtInstruction(WORLD_SWITCH, eip);
        }
    }

    @Override
    public void afterSwitch(boolean toMonitor) {
        if (!toMonitor && open != null) {
            end(String.format("protected mode at %04X:%08X", cpu.s.cs.selector, cpu.s.eip));
        }
    }
}
