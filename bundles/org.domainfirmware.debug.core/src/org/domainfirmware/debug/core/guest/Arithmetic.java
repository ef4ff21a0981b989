package org.domainfirmware.debug.core.guest;

/** C's binary operators over 64-bit numbers. */
final class Arithmetic {
    private Arithmetic() {
    }

    static long binary(String op, long a, long b) throws InspectionException {
        return switch (op) {
            case "||" -> a != 0 || b != 0 ? 1 : 0;
            case "&&" -> a != 0 && b != 0 ? 1 : 0;
            case "|" -> a | b;
            case "^" -> a ^ b;
            case "&" -> a & b;
            case "==" -> a == b ? 1 : 0;
            case "!=" -> a != b ? 1 : 0;
            case "<" -> a < b ? 1 : 0;
            case ">" -> a > b ? 1 : 0;
            case "<=" -> a <= b ? 1 : 0;
            case ">=" -> a >= b ? 1 : 0;
            case "<<" -> a << b;
            case ">>" -> a >> b;
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / nonZero(b);
            case "%" -> a % nonZero(b);
            default -> throw new InspectionException("there is no operator '" + op + "'");
        };
    }

    private static long nonZero(long divisor) throws InspectionException {
        if (divisor == 0) {
            throw new InspectionException("division by zero");
        }
        return divisor;
    }
}
