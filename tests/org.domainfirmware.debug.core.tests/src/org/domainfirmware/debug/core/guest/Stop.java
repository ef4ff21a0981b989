package org.domainfirmware.debug.core.guest;

import java.util.List;
import org.domainfirmware.emulator.debug.RegistersView;

/** What a view has of the topmost frame at a stop. */
record Stop(TestGuest guest, Inspector inspector, Expressions expressions, ValueText text) {
    private static final List<String> REGISTERS = List.of("eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi");

    static Stop of(TestGuest guest) {
        RegistersView view = guest.port.registers().join();
        Inspector inspector = new Inspector(guest.frames().get(0), guest.memory,
                (n, v) -> guest.port.writeRegister(REGISTERS.get(n), v).join());
        return new Stop(guest, inspector, new Expressions(inspector, guest.symbols, view), new ValueText(inspector, guest.symbols));
    }

    String show(String expression) throws InspectionException {
        return text.of(expressions.evaluate(expression));
    }

    long number(String expression) throws InspectionException {
        return expressions.number(expression);
    }
}
