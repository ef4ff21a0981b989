package org.domainfirmware.debug.ui.launch;

import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.launch.LaunchCheck;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.swt.widgets.Composite;

/** Where the guest's outputs go: consoles, files. */
final class ConsoleTab extends GuestTab {
    private static final String HINT = "none";

    ConsoleTab() {
        super("Console", "console");
    }

    @Override
    protected void createFields(Composite parent) {
        Composite serial = group(parent, "Serial ports (what is typed in their consoles goes to the guest)");
        for (int port = 0; port < LaunchAttributes.SERIAL_PORTS; port++) {
            add(new CheckField(serial, "Console of COM" + (port + 1), LaunchAttributes.serialConsole(port), port == 0, 1));
            add(new OutputField(serial, "and to the file:", HINT, LaunchAttributes.serialFile(port)));
        }
        Composite debug = group(parent, "Debug console");
        add(new CheckField(debug, "Console of port E9h", LaunchAttributes.DEBUG_CONSOLE, true, 1));
        add(new OutputField(debug, "and to the file:", HINT, LaunchAttributes.DEBUG_CONSOLE_FILE));
    }

    @Override
    protected void check(ILaunchConfiguration configuration) throws CoreException {
        LaunchCheck.outputs(configuration);
    }
}
