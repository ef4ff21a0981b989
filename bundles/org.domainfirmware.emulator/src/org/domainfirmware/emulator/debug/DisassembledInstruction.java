package org.domainfirmware.emulator.debug;

import java.util.List;
import org.domainfirmware.emulator.cpu.isa.Token;

/**
 * A line of disassembly.
 *
 * @param linear its linear address
 * @param offset its offset in the code segment it was decoded for
 */
public record DisassembledInstruction(int linear, int offset, byte[] bytes, List<Token> tokens) { }
