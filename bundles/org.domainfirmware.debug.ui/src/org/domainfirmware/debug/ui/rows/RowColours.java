package org.domainfirmware.debug.ui.rows;

import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;

/** Colours of rows and bars, readable on light and dark backgrounds. */
public final class RowColours {
    public static final String GOOD = "org.domainfirmware.debug.ui.good";
    public static final String WARNING = "org.domainfirmware.debug.ui.warning";
    public static final String ERROR = "org.domainfirmware.debug.ui.error";
    public static final String CURRENT = "org.domainfirmware.debug.ui.current";

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

    /** A colour that lives as long as the display; not to be disposed. */
    public static Color get(String name) {
        ColorRegistry registry = JFaceResources.getColorRegistry();
        if (!registry.hasValueFor(name)) {
            registry.put(name, switch (name) {
                case GOOD -> new RGB(0x2E, 0x8B, 0x3D);
                case WARNING -> new RGB(0xB3, 0x6B, 0x00);
                case ERROR -> new RGB(0xC6, 0x28, 0x28);
                default -> new RGB(0xC6, 0xDB, 0xAE);
            });
        }
        return registry.get(name);
    }
}
