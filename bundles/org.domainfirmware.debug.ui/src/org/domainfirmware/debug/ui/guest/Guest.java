package org.domainfirmware.debug.ui.guest;

import java.util.Optional;
import java.util.OptionalInt;
import org.domainfirmware.debug.core.guest.GuestSymbols;
import org.domainfirmware.debug.core.model.GuestSession;
import org.domainfirmware.debug.ui.model.SymbolNames;
import org.domainfirmware.emulator.debug.DebugPort;

/** A guest that can be looked at, debugged or only run. */
public record Guest(GuestSession session) {
    /** The guest that something selected in the Debug view belongs to; empty when it has ended. */
    public static Optional<Guest> of(Object selected) {
        GuestSession session = selected == null ? null : GuestSession.of(selected);
        return session == null || session.isTerminated() ? Optional.empty() : Optional.of(new Guest(session));
    }

    public DebugPort port() {
        return session.port();
    }

    /** The names known in the guest; asked anew each time, because new firmware changes them. */
    public SymbolNames names() {
        GuestSymbols symbols = session.symbols();
        return new SymbolNames() {
            @Override
            public String nameAt(int linear) {
                return symbols.nameAt(linear);
            }

            @Override
            public Optional<Line> lineAt(int linear) {
                return symbols.lineAt(linear).map(range -> new Line(range.line().file(), range.line().line()));
            }

            @Override
            public OptionalInt codeStartBefore(int linear) {
                return symbols.codeStartBefore(linear);
            }

            @Override
            public OptionalInt addressOf(String name) {
                return symbols.addressOf(name);
            }
        };
    }
}
