package org.domainfirmware.emulator.cpu.x87;

/** Facts about the encodings D8 to DF that the processor needs before it executes one. */
final class FpuEncoding {

    private FpuEncoding() {
    }

    static boolean isDefined(int opcode, int modrm, boolean conditionalMoves) {
        int operation = modrm >> 3 & 7;
        if (modrm < 0xC0) {
            return switch (opcode) {
                case 0xD9 -> operation != 1;
                case 0xDB -> operation != 1 && operation != 4 && operation != 6;
                case 0xDD -> operation != 1 && operation != 5;
                case 0xDF -> operation != 1;
                default -> true;
            };
        }
        int i = modrm & 7;
        return switch (opcode) {
            case 0xD9 -> isDefinedD9(operation, i);
            case 0xDA -> operation < 4 ? conditionalMoves : modrm == 0xE9;
            case 0xDB -> operation == 4 ? i <= 4 : operation != 7 && conditionalMoves;
            case 0xDD -> operation < 6;
            case 0xDE -> operation != 3 || i == 1;
            case 0xDF -> operation < 4 || operation == 4 && i == 0 || (operation == 5 || operation == 6) && conditionalMoves;
            default -> true;
        };
    }

    private static boolean isDefinedD9(int operation, int i) {
        return switch (operation) {
            case 2 -> i == 0;
            case 4 -> i != 2 && i != 3 && i < 6;
            case 5 -> i != 7;
            default -> true;
        };
    }

    /** FNSTENV, FNSTCW, FNSAVE, FNSTSW, FNCLEX, FNINIT and the three no-operations of their group do not wait. */
    static boolean isWaiting(int opcode, int modrm) {
        int operation = modrm >> 3 & 7;
        return switch (opcode) {
            case 0xD9 -> modrm >= 0xC0 || operation < 6;
            case 0xDB -> modrm < 0xC0 || operation != 4;
            case 0xDD -> modrm >= 0xC0 || operation < 6;
            case 0xDF -> modrm != 0xE0;
            default -> true;
        };
    }

    static boolean changesPointers(int opcode, int modrm) {
        int operation = modrm >> 3 & 7;
        return switch (opcode) {
            case 0xD9 -> modrm >= 0xC0 || operation < 4;
            case 0xDB -> modrm < 0xC0 || operation != 4;
            case 0xDD -> modrm >= 0xC0 || operation < 4;
            case 0xDF -> modrm != 0xE0;
            default -> true;
        };
    }
}
