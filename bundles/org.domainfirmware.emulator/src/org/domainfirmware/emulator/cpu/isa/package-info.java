/**
 * The instruction set. One declarative table ({@link org.domainfirmware.emulator.cpu.isa.OpcodeTable}) serves the
 * decoder, the disassembler, the executor and whoever asks for operand and flag facts.
 *
 * <p>Decisions: the encoding C6/C7/8F with a reg field other than 0 is #UD, as every processor from the 386 on
 * has it. D6 (SALC), F1 (INT1) and the aliases 82, D0/6, F6/1 are in the silicon and therefore here. XBTS, IBTS and
 * LOADALL of 386 steppings are not. CPUID is gated at the Pentium: the 486 modelled is one without.
 */
package org.domainfirmware.emulator.cpu.isa;
