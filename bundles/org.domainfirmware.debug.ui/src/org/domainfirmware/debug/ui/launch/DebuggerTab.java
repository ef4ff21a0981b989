package org.domainfirmware.debug.ui.launch;

import java.util.List;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.swt.widgets.Composite;

/** Where a debugged guest stops first. */
final class DebuggerTab extends GuestTab {
    private ChoiceField stopAt;
    private TextField symbol;

    DebuggerTab() {
        super("Debugger", "debugger");
    }

    @Override
    protected void createFields(Composite parent) {
        Composite stop = group(parent, "Stop first");
        stopAt = add(new ChoiceField(stop, "Where:", LaunchAttributes.STOP_AT, LaunchAttributes.STOP_NOWHERE, List.of(
                new ChoiceField.Choice(LaunchAttributes.STOP_NOWHERE, "only at breakpoints"),
                new ChoiceField.Choice(LaunchAttributes.STOP_AT_RESET, "at the reset vector"),
                new ChoiceField.Choice(LaunchAttributes.STOP_AT_BOOT_SECTOR, "at the boot sector, 0000:7C00"),
                new ChoiceField.Choice(LaunchAttributes.STOP_AT_SYMBOL, "at a symbol or address:"))));
        symbol = add(new TextField(stop, "Symbol:", "post_main or F000:E05B", LaunchAttributes.STOP_SYMBOL, 3, typed -> null));
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        if (stopAt.value().equals(LaunchAttributes.STOP_AT_SYMBOL) && symbol.text().getText().isBlank()) {
            setErrorMessage("Stop first: name the symbol or address");
            return false;
        }
        return super.isValid(configuration);
    }
}
