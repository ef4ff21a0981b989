package org.domainfirmware.debug.ui.launch;

import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.eclipse.swt.widgets.Composite;

/** Which of the guest's outputs have a console. */
final class ConsoleTab extends GuestTab {
    ConsoleTab() {
        super("Console", "console");
    }

    @Override
    protected void createFields(Composite parent) {
        Composite serial = group(parent, "Consoles of serial ports (what is typed there goes to the guest)");
        for (int port = 0; port < LaunchAttributes.SERIAL_PORTS; port++) {
            add(new CheckField(serial, "COM" + (port + 1), LaunchAttributes.serialConsole(port), port == 0, 1));
        }
        Composite debug = group(parent, "Debug console");
        add(new CheckField(debug, "Console of what the guest writes to port E9h", LaunchAttributes.DEBUG_CONSOLE, true, 4));
    }
}
