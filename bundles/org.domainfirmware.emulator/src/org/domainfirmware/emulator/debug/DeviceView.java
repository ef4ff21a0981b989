package org.domainfirmware.emulator.debug;

import java.util.List;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Field;

/** A device's registers, peeked. */
public record DeviceView(String name, List<RegisterValue> registers) {
    public DeviceView {
        registers = List.copyOf(registers);
    }

    /** A register and its value; fields and access as the device declares them. */
    public record RegisterValue(String name, String address, int bits, Access access, String sideEffect,
            List<Field> fields, int value) {
        public RegisterValue {
            fields = List.copyOf(fields);
        }
    }
}
