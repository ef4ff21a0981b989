package org.domainfirmware.emulator.cli.conformance;

/**
 * One captured test: state before, state after an instruction and the HLT behind it.
 *
 * @param index its number in the file
 * @param name disassembly by whoever captured it
 * @param bytes the instruction
 * @param before registers in the order of {@link Registers}, all of them
 * @param after the same; those that do not change have their value from before
 * @param ramBefore pairs of address and byte
 * @param ramAfter the same: bytes that changed
 * @param exception vector of the exception it raises, or -1
 */
record MooTest(int index, String name, byte[] bytes, int[] before, int[] after, int[] ramBefore, int[] ramAfter,
        int exception) {

    /** Order of the registers in a REGS chunk. */
    enum Registers {
        AX, BX, CX, DX, CS, SS, DS, ES, SP, BP, SI, DI, IP, FLAGS
    }
}
