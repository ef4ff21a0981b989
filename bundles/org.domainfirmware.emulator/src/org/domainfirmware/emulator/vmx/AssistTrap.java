package org.domainfirmware.emulator.vmx;

/**
 * A stay in the monitor: from the trap (or world switch) out of the guest until the guest goes on.
 *
 * @param start instructions retired by the machine at its begin
 * @param vector trap's vector in the monitor's IDT, or -1 for a world switch
 * @param cs guest's CS selector
 * @param eip guest's EIP
 * @param bytes of the instruction in hexadecimal, empty for an interrupt from outside
 * @param instruction disassembled, or empty
 * @param kind what traps of its sort have in common, for counting: the mnemonic, {@code IRQ 0}, {@code #DE}
 * @param outcome what the monitor did
 * @param spent instructions the stay took
 */
public record AssistTrap(long start, int vector, int cs, int eip, String bytes, String instruction, String kind,
        String outcome, long spent) {

    /** A line of the log. */
    public String line() {
        String trap = vector < 0 ? "--" : String.format("%02X", vector);
        return String.format("%12d %s %04X:%04X %-16s %-32s %-24s %d", start, trap, cs, eip, bytes,
                instruction.isEmpty() ? kind : instruction, outcome, spent);
    }
}
