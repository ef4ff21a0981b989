package org.domainfirmware.emulator.debug;

import java.util.regex.Pattern;
import org.domainfirmware.emulator.cpu.x87.Fpu;

/** Registers of the x87 unit by the names a user types: "fcw", "fsw", "ftw", "st0.exponent" (with the sign), "st0.significand". */
final class X87Names {
    private static final Pattern NAME = Pattern.compile("fcw|fsw|ftw|st[0-7]\\.(exponent|significand)");

    private X87Names() {
    }

    static boolean has(String name) {
        return NAME.matcher(name).matches();
    }

    static void write(Fpu fpu, String name, long value) {
        switch (name) {
            case "fcw" -> fpu.writeControlWord((int) value & 0xFFFF);
            case "fsw" -> fpu.writeStatusWord((int) value & 0xFFFF);
            case "ftw" -> fpu.writeTagWord((int) value & 0xFFFF);
            default -> {
                int i = name.charAt(2) - '0';
                if (name.endsWith("exponent")) {
                    fpu.write(i, (int) value & 0xFFFF, fpu.significand(i));
                } else {
                    fpu.write(i, fpu.signExponent(i), value);
                }
            }
        }
    }
}
