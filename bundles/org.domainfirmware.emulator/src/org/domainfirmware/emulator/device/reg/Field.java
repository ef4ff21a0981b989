package org.domainfirmware.emulator.device.reg;

import java.util.List;

/**
 * A bit field of a register.
 *
 * @param name the manual's name
 * @param lowBit least significant bit, 0 to 31
 * @param width bits, 1 to 32
 * @param values names of the values 0, 1, 2 ...; empty when the number says it all
 */
public record Field(String name, int lowBit, int width, List<String> values) {
    public Field {
        values = List.copyOf(values);
    }

    /** The field's value in a register's. */
    public int in(int registerValue) {
        return width == 32 ? registerValue : registerValue >>> lowBit & (1 << width) - 1;
    }
}
