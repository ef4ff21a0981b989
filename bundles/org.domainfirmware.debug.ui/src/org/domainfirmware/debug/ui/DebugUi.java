package org.domainfirmware.debug.ui;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** Names of this bundle, and its log. */
public final class DebugUi {
    /** Symbolic name of this bundle. */
    public static final String ID = "org.domainfirmware.debug.ui";

    private DebugUi() {
    }

    /** Writes down what went wrong without a person having asked for it. */
    public static void log(String message, Throwable cause) {
        ILog.of(DebugUi.class).log(new Status(IStatus.ERROR, ID, message, cause));
    }
}
