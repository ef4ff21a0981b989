package org.domainfirmware.debug.core.launch;

import static org.domainfirmware.debug.core.launch.GuestFiles.text;
import static org.domainfirmware.debug.core.launch.GuestFiles.wrong;

import java.util.List;
import java.util.Optional;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.debug.core.guest.GuestSymbols;
import org.domainfirmware.debug.core.guest.SymbolPlaces;
import org.domainfirmware.emulator.debug.Location;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;

/**
 * How far a debugged guest runs first.
 *
 * @param run false: it stands at reset
 * @param stopAt where it stops; none: nowhere
 */
record StartPlace(boolean run, List<Location> stopAt) {
    private static final int BOOT_SECTOR = 0x7C00;

    /** @throws CoreException when the symbol to stop at is none */
    static StartPlace of(ILaunchConfiguration c, GuestSymbols symbols) throws CoreException {
        String where = c.getAttribute(LaunchAttributes.STOP_AT, LaunchAttributes.STOP_NOWHERE);
        return switch (where) {
            case LaunchAttributes.STOP_AT_RESET -> new StartPlace(false, List.of());
            case LaunchAttributes.STOP_AT_BOOT_SECTOR -> new StartPlace(true, List.of(new Location.Linear(BOOT_SECTOR)));
            case LaunchAttributes.STOP_AT_SYMBOL -> new StartPlace(true, symbol(text(c, LaunchAttributes.STOP_SYMBOL), symbols));
            default -> new StartPlace(true, List.of());
        };
    }

    private static List<Location> symbol(String name, GuestSymbols symbols) throws CoreException {
        if (name.isEmpty()) {
            throw wrong("Stop first: name the symbol or address to stop at");
        }
        Optional<Long> entry = symbols.entryOf(name);
        if (entry.isPresent()) {
            return SymbolPlaces.at(entry.get());
        }
        try {
            return List.of(GuestAddress.parse(name).location());
        } catch (IllegalArgumentException e) {
            throw wrong("Stop first: there is no symbol '" + name + "' in the firmware, and it is no address such as F000:E05B");
        }
    }
}
