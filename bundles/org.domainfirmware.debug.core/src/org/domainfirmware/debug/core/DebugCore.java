package org.domainfirmware.debug.core;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** Names under which the platform knows the debugger. */
public final class DebugCore {
    /** Symbolic name of this bundle. */
    public static final String PLUGIN_ID = "org.domainfirmware.debug.core";
    /** Identifier of the debug model, as model elements and breakpoints report it. */
    public static final String MODEL_ID = PLUGIN_ID;
    /** Launch configuration type "PC Guest". */
    public static final String LAUNCH_TYPE = PLUGIN_ID + ".launch.pcGuest";
    /** Source lookup director of the launch configuration type. */
    public static final String SOURCE_LOCATOR = PLUGIN_ID + ".sourceLocator";
    /** Source path computer of the launch configuration type. */
    public static final String SOURCE_PATH_COMPUTER = PLUGIN_ID + ".sourcePathComputer";
    /** Value of {@code IProcess.ATTR_PROCESS_TYPE} of a guest's consoles. */
    public static final String PROCESS_TYPE = PLUGIN_ID + ".console";

    /** Code of a status that refuses what the user asked for. */
    public static final int REFUSED = 1;

    private DebugCore() {
    }

    /** An error for the user. */
    public static IStatus error(String message) {
        return new Status(IStatus.ERROR, PLUGIN_ID, message);
    }

    /** The user asked for what cannot be done: told to the user, and no fault of ours. */
    public static IStatus refused(String message) {
        return new Status(IStatus.ERROR, PLUGIN_ID, REFUSED, message, null);
    }

    /** An error for the user, with what caused it for the log. */
    public static IStatus error(String message, Throwable cause) {
        return new Status(IStatus.ERROR, PLUGIN_ID, message, cause);
    }
}
