package org.domainfirmware.emulator.debug;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.ByteSource;
import org.domainfirmware.emulator.cpu.isa.Decoder;
import org.domainfirmware.emulator.cpu.isa.Disassembler;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.isa.Symbols;

/** Disassembles guest memory for the mode the processor is in. */
final class Disassembly {
    static final int MOST = 4096;

    private Disassembly() {
    }

    static List<DisassembledInstruction> from(Cpu cpu, GuestPeek peek, int linear, int count) {
        Decoder decoder = new Decoder(cpu.s.model);
        Disassembler disassembler = new Disassembler(Symbols.NONE);
        List<DisassembledInstruction> lines = new ArrayList<>();
        int at = linear;
        for (int i = 0; i < Math.min(count, MOST); i++) {
            int start = at;
            ByteSource bytes = n -> (int) peek.linear(start + n & 0xFFFFFFFFL, 1);
            Instruction in = decoder.decode(bytes, cpu.s.cs.isBig());
            int offset = start - cpu.s.cs.base;
            byte[] copy = new byte[in.length];
            for (int n = 0; n < copy.length; n++) {
                copy[n] = (byte) bytes.byteAt(n);
            }
            lines.add(new DisassembledInstruction(start, offset, copy, disassembler.tokens(in, bytes, offset)));
            at += in.length;
        }
        return List.copyOf(lines);
    }
}
