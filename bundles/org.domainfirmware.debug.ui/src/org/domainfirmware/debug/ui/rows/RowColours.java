package org.domainfirmware.debug.ui.rows;

import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/** Colours of rows and bars: those of the theme, so that they can be read on its background. */
public final class RowColours {
    public static final String GOOD = "org.domainfirmware.debug.ui.good";
    public static final String WARNING = "org.domainfirmware.debug.ui.warning";
    public static final String ERROR = "org.domainfirmware.debug.ui.error";
    public static final String CURRENT = "org.domainfirmware.debug.ui.current";
    /** Source lines between instructions, and what is less important. */
    public static final String DIM = "org.domainfirmware.debug.ui.source";

    private RowColours() {
    }

    /** The background of what changed since the last stop. */
    public static Color changed() {
        return new Color(DebugPreferences.changedColour());
    }

    /** A colour for text on {@link #changed}, whatever the theme's is. */
    public static Color onChanged() {
        RGB back = DebugPreferences.changedColour();
        boolean light = back.red * 3 + back.green * 6 + back.blue > 10 * 128;
        return light ? new Color(0, 0, 0) : new Color(255, 255, 255);
    }

    /** A colour of the workbench's theme, as it is now; not to be disposed. */
    public static Color get(String name) {
        return JFaceResources.getColorRegistry().get(name);
    }

    /** Calls back in the UI thread when the theme is another one, until the control is disposed. */
    static void onChange(Control control, Runnable run) {
        // A theme sets all its colours in one turn of the UI thread.
        IPropertyChangeListener theme = e -> {
            if (e.getProperty().equals(CURRENT)) {
                control.getDisplay().asyncExec(() -> {
                    if (!control.isDisposed()) {
                        run.run();
                    }
                });
            }
        };
        JFaceResources.getColorRegistry().addListener(theme);
        control.addDisposeListener(e -> JFaceResources.getColorRegistry().removeListener(theme));
    }
}
