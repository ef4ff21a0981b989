package org.domainfirmware.emulator.cpu.isa;

import java.util.List;
import java.util.Set;
import org.domainfirmware.emulator.cpu.state.CpuModel;

/**
 * One row of the opcode table: what an encoding means, apart from prefixes and operand values.
 *
 * @param code 00h to FFh, or 100h plus the byte after 0Fh
 * @param mnemonic its name with 16-bit operands (and with any size where there is only one name)
 * @param mnemonic32 its name with 32-bit operands
 * @param operands where each operand is encoded, destination first
 * @param flagsRead EFLAGS bits it depends on
 * @param flagsWritten EFLAGS bits it defines
 * @param flagsUndefined EFLAGS bits the manuals leave undefined after it
 * @param since first model that has it
 * @param until last model that has it
 */
public record Opcode(int code, Mnemonic mnemonic, Mnemonic mnemonic32, List<OperandKind> operands,
        int flagsRead, int flagsWritten, int flagsUndefined, CpuModel since, CpuModel until,
        Set<Property> properties) {

    /** Facts about an opcode that are not in its operands. */
    public enum Property {
        /** Nothing after it belongs to the same block: a jump, or a change of mode or interrupt state. */
        END,
        /** CPL 0 only (SDM volume 3, 5.9). */
        PRIVILEGED,
        /** LOCK is allowed when the destination is memory (SDM volume 2, LOCK). */
        LOCKABLE,
        /** A far transfer: loads CS. */
        FAR,
        /** Port I/O: subject to IOPL and the permission bitmap. */
        IO,
        /** A second encoding of something; assemblers never make it. */
        ALIAS,
        /** Not in Intel's opcode maps, but in the silicon. */
        UNDOCUMENTED
    }

    public Opcode {
        operands = List.copyOf(operands);
        properties = Set.copyOf(properties);
    }

    public boolean is(Property property) {
        return properties.contains(property);
    }

    /** Operand {@code n}'s kind, or null. */
    public OperandKind operand(int n) {
        return n < operands.size() ? operands.get(n) : null;
    }

    boolean needsModrm() {
        for (OperandKind kind : operands) {
            if (kind.usesModrm()) {
                return true;
            }
        }
        return false;
    }
}
