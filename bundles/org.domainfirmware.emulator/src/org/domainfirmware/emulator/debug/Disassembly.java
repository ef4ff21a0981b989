package org.domainfirmware.emulator.debug;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.ByteSource;
import org.domainfirmware.emulator.cpu.isa.Decoder;
import org.domainfirmware.emulator.cpu.isa.Disassembler;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.isa.Symbols;

/** Disassembles guest memory in both directions, as the processor's model understands it. */
final class Disassembly {
    private static final int MOST = 4096;
    /** So many bytes in front of what is wanted, decodings that began at different bytes have nearly always met. */
    private static final int RUN_UP = 64;

    private final GuestPeek peek;
    private final CodeSegment segment;
    private final Decoder decoder;
    private final Disassembler disassembler = new Disassembler(Symbols.NONE);

    private Disassembly(DebuggedMachine m, CodeSegment segment) {
        this.segment = segment;
        peek = m.peek();
        decoder = new Decoder(m.cpu().s.model);
    }

    /** As code of the present CS. */
    static Disassembly of(DebuggedMachine m) {
        Cpu cpu = m.cpu();
        return new Disassembly(m, new CodeSegment(cpu.s.cs.base, cpu.s.cs.isBig()));
    }

    static Disassembly of(DebuggedMachine m, CodeSegment segment) {
        return new Disassembly(m, segment);
    }

    List<DisassembledInstruction> from(int linear, int count) {
        List<DisassembledInstruction> lines = new ArrayList<>();
        int at = linear;
        for (int i = 0; i < Math.min(count, MOST); i++) {
            DisassembledInstruction line = at(at);
            lines.add(line);
            at += line.bytes().length;
        }
        return List.copyOf(lines);
    }

    private ByteSource bytes(int linear) {
        return n -> (int) peek.linear(linear + n & 0xFFFFFFFFL, 1);
    }

    private DisassembledInstruction at(int linear) {
        ByteSource bytes = bytes(linear);
        Instruction in = decoder.decode(bytes, segment.big());
        int offset = linear - segment.base();
        byte[] copy = new byte[in.length];
        for (int n = 0; n < copy.length; n++) {
            copy[n] = (byte) bytes.byteAt(n);
        }
        return new DisassembledInstruction(linear, offset, copy, disassembler.tokens(in, bytes, offset));
    }

    /** The instructions in front of an address; see {@link DebugPort#disassembleBefore}. */
    List<DisassembledInstruction> before(int linear, int count) {
        int reach = Math.min(count, MOST) * Decoder.MAX_LENGTH + RUN_UP;
        int[] lengths = new int[reach];
        for (int n = 0; n < reach; n++) {
            lengths[n] = decoder.decode(bytes(linear - reach + n), segment.big()).length;
        }
        int[] votes = votes(lengths);
        Deque<DisassembledInstruction> lines = new ArrayDeque<>();
        int at = reach;
        while (lines.size() < Math.min(count, MOST)) {
            at = predecessor(lengths, votes, at);
            if (at < 0) {
                break;
            }
            lines.addFirst(at(linear - reach + at));
        }
        return List.copyOf(lines);
    }

    /** How many beginnings lead to each byte as the first one of an instruction. */
    private static int[] votes(int[] lengths) {
        int[] votes = new int[lengths.length];
        for (int n = 0; n < lengths.length; n++) {
            votes[n]++;
            int next = n + lengths[n];
            if (next < lengths.length) {
                votes[next] += votes[n];
            }
        }
        return votes;
    }

    /** The instruction that ends at a place and has the most votes; -1 when there is none with a run-up. */
    private static int predecessor(int[] lengths, int[] votes, int at) {
        int best = -1;
        for (int n = Math.max(RUN_UP / 2, at - Decoder.MAX_LENGTH); n < at; n++) {
            if (n + lengths[n] == at && (best < 0 || votes[n] > votes[best])) {
                best = n;
            }
        }
        return best;
    }
}
