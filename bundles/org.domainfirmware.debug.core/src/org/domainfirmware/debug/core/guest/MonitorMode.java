package org.domainfirmware.debug.core.guest;

import java.util.Locale;
import java.util.Optional;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.TypeInfo;
import org.domainfirmware.firmware.core.symbols.TypeInfo.Constant;
import org.domainfirmware.firmware.core.symbols.TypeInfo.Enumeration;
import org.domainfirmware.firmware.core.symbols.TypeInfo.Member;
import org.domainfirmware.firmware.core.symbols.VariableInfo;
import org.domainfirmware.firmware.core.symbols.elf.ElfSymbol;

/**
 * The state of a VM86 monitor's mode machine: the enumeration {@code mode} in its variable {@code processor}, the conventions of
 * our monitor (firmware-src/README.md).
 *
 * @param address linear address of the variable's member, 4 bytes
 */
public record MonitorMode(int address, Enumeration type) {
    private static final String PREFIX = "MODE_";

    /** Where the monitor whose symbols these are keeps its mode; empty when there is none among them. */
    public static Optional<MonitorMode> of(GuestSymbols symbols) {
        return symbols.files().stream().map(MonitorMode::of).flatMap(Optional::stream).findFirst();
    }

    private static Optional<MonitorMode> of(DebugInfo file) {
        Optional<ElfSymbol> symbol = file.symbol("processor");
        Optional<TypeInfo> type = file.globals().stream().filter(v -> v.name().equals("processor")).map(VariableInfo::type)
                .findFirst();
        if (symbol.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        Optional<Member> mode = Members.find(type.get(), "mode");
        return mode.filter(m -> m.type().resolved() instanceof Enumeration).map(m -> new MonitorMode(
                (int) symbol.get().value() + m.offset(), (Enumeration) m.type().resolved()));
    }

    /** "real", "real to protected", ...: a value in words. */
    public String words(int value) {
        String name = type.constants().stream().filter(c -> c.value() == value).map(Constant::name).findFirst()
                .orElse(String.format("%Xh, which is no mode", value));
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', ' ') : name;
    }
}
