package org.domainfirmware.debug.ui.launch;

import java.util.List;
import java.util.Optional;
import org.domainfirmware.debug.core.guest.GuestSymbols;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.launch.LaunchCheck;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.swt.widgets.Composite;

/** Where a debugged guest stops first. */
final class DebuggerTab extends GuestTab {
    private final SymbolReader symbols = new SymbolReader();

    DebuggerTab() {
        super("Debugger", "debugger");
    }

    @Override
    protected void createFields(Composite parent) {
        Composite stop = group(parent, "Stop first");
        add(new ChoiceField(stop, "Where:", LaunchAttributes.STOP_AT, LaunchAttributes.STOP_NOWHERE, List.of(
                new ChoiceField.Choice(LaunchAttributes.STOP_NOWHERE, "only at breakpoints"),
                new ChoiceField.Choice(LaunchAttributes.STOP_AT_RESET, "at the reset vector"),
                new ChoiceField.Choice(LaunchAttributes.STOP_AT_BOOT_SECTOR, "at the boot sector, 0000:7C00"),
                new ChoiceField.Choice(LaunchAttributes.STOP_AT_SYMBOL, "at a symbol or address:"))));
        add(new TextField(stop, "Symbol:", "post_main or F000:E05B", LaunchAttributes.STOP_SYMBOL, 3));
    }

    @Override
    protected void check(ILaunchConfiguration c) throws CoreException {
        boolean atSymbol = c.getAttribute(LaunchAttributes.STOP_AT, "").equals(LaunchAttributes.STOP_AT_SYMBOL);
        Optional<GuestSymbols> known = atSymbol ? symbols.of(c) : Optional.empty();
        if (known.isPresent()) {
            LaunchCheck.stop(c, known.get());
        }
    }
}
