package org.domainfirmware.emulator.device.apic;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;

/** The local APIC's registers as SDM volume 3 lists them, by offset. */
final class LocalApicRegisters {
    private static final String[] MODES = {"fixed", "lowest priority", "SMI", "reserved", "NMI", "INIT", "start-up",
        "ExtINT"};

    private LocalApicRegisters() {
    }

    static List<Register> declare(LocalApic apic) {
        List<Register> list = new ArrayList<>();
        list.add(Register.of("IA32_APIC_BASE", "MSR 1Bh", 32, Access.READ_WRITE, () -> (int) apic.baseMsr())
                .field("BSP", 8, 1).field("enable", 11, 1).field("base", 12, 20));
        add(list, apic, "ID", 0x02, Access.READ_WRITE).field("ID", 24, 4);
        add(list, apic, "version", 0x03, Access.READ_ONLY).field("version", 0, 8).field("max LVT", 16, 8);
        add(list, apic, "TPR", 0x08, Access.READ_WRITE).field("priority", 0, 8);
        add(list, apic, "PPR", 0x0A, Access.READ_ONLY).field("priority", 0, 8);
        add(list, apic, "EOI", 0x0B, Access.WRITE_ONLY).sideEffect("ends the interrupt in service");
        add(list, apic, "LDR", 0x0D, Access.READ_WRITE).field("logical ID", 24, 8);
        add(list, apic, "DFR", 0x0E, Access.READ_WRITE).field("model", 28, 4);
        add(list, apic, "SVR", 0x0F, Access.READ_WRITE).field("vector", 0, 8).field("enable", 8, 1)
                .field("focus", 9, 1);
        for (int i = 0; i < 8; i++) {
            add(list, apic, "ISR" + i, 0x10 + i, Access.READ_ONLY);
        }
        for (int i = 0; i < 8; i++) {
            add(list, apic, "TMR" + i, 0x18 + i, Access.READ_ONLY);
        }
        for (int i = 0; i < 8; i++) {
            add(list, apic, "IRR" + i, 0x20 + i, Access.READ_ONLY);
        }
        add(list, apic, "ESR", 0x28, Access.READ_WRITE).sideEffect("write shows the errors since the last write");
        add(list, apic, "ICR low", 0x30, Access.READ_WRITE).field("vector", 0, 8).field("mode", 8, 3, MODES)
                .field("logical", 11, 1).field("level", 14, 1).field("shorthand", 18, 2).sideEffect("write sends");
        add(list, apic, "ICR high", 0x31, Access.READ_WRITE).field("destination", 24, 8);
        add(list, apic, "LVT timer", 0x32, Access.READ_WRITE).field("vector", 0, 8).field("mask", 16, 1)
                .field("periodic", 17, 1);
        add(list, apic, "LVT performance", 0x34, Access.READ_WRITE).field("vector", 0, 8).field("mode", 8, 3, MODES)
                .field("mask", 16, 1);
        add(list, apic, "LVT LINT0", 0x35, Access.READ_WRITE).field("vector", 0, 8).field("mode", 8, 3, MODES)
                .field("mask", 16, 1);
        add(list, apic, "LVT LINT1", 0x36, Access.READ_WRITE).field("vector", 0, 8).field("mode", 8, 3, MODES)
                .field("mask", 16, 1);
        add(list, apic, "LVT error", 0x37, Access.READ_WRITE).field("vector", 0, 8).field("mask", 16, 1);
        add(list, apic, "initial count", 0x38, Access.READ_WRITE).sideEffect("write starts the timer");
        add(list, apic, "current count", 0x39, Access.READ_ONLY);
        add(list, apic, "divide", 0x3E, Access.READ_WRITE);
        return List.copyOf(list);
    }

    private static Register add(List<Register> list, LocalApic apic, String name, int number, Access access) {
        Register register = Register.of(name, String.format("APIC+%03Xh", number << 4), 32, access,
                () -> apic.register(number));
        list.add(register);
        return register;
    }
}
