package org.domainfirmware.emulator.cpu.isa;

import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Reg;

/** Register numbers that do not exist, which the opcode maps leave to the text (SDM volume 2, MOV). */
final class OperandRules {
    private OperandRules() {
    }

    static boolean allow(Opcode opcode, int modrm, CpuModel model) {
        int reg = modrm >> 3 & 7;
        for (int i = 0; i < opcode.operands().size(); i++) {
            boolean allowed = switch (opcode.operands().get(i)) {
                case Sw -> reg <= Reg.GS && (i != 0 || reg != Reg.CS);
                case Cd -> reg == 0 || reg == 2 || reg == 3 || reg == 4 && model.atLeast(CpuModel.PENTIUM);
                case Td -> reg >= (model == CpuModel.I386 ? 6 : 3);
                default -> true;
            };
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
