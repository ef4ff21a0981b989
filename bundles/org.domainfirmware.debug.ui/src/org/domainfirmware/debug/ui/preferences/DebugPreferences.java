package org.domainfirmware.debug.ui.preferences;

import org.domainfirmware.debug.ui.DebugUi;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.resource.StringConverter;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Settings of the debugger's own views, with their defaults. */
public final class DebugPreferences extends AbstractPreferenceInitializer {
    /** Whole magnification of the guest's screen, 0 for as large as fits. */
    public static final String SCALE = "vga.scale";
    /** What gives keyboard and mouse back: the name of a {@link ReleaseKey}. */
    public static final String RELEASE_KEY = "vga.releaseKey";
    /** Whether a click on the screen takes the mouse, when a view is opened. */
    public static final String MOUSE = "vga.mouse";
    /** Milliseconds between looks at a guest that runs; 0 looks at stops only. */
    public static final String LIVE_MILLIS = "views.liveMillis";
    /** Most calls the interrupt trace shows. */
    public static final String TRACE_ROWS = "trace.rows";
    /** Background of what changed since the last stop. */
    public static final String CHANGED_COLOUR = "views.changedColour";
    /** Whether guests that are launched without a setting of their own are held back to real time. */
    public static final String REAL_TIME = "launch.realTime";

    private static final int USUAL_MILLIS = 1000;
    private static final int USUAL_ROWS = 300;
    private static final RGB SOFT_YELLOW = new RGB(0xFF, 0xEB, 0x8C);

    /** Keys that give keyboard and mouse back to the workbench. */
    public enum ReleaseKey {
        CTRL_ALT("Ctrl+Alt"), RIGHT_CTRL("Right Ctrl"), SCROLL_LOCK("Scroll Lock");

        private final String words;

        ReleaseKey(String words) {
            this.words = words;
        }

        /** As keyboards have it. */
        public String words() {
            return words;
        }
    }

    @Override
    public void initializeDefaultPreferences() {
        IEclipsePreferences defaults = DefaultScope.INSTANCE.getNode(DebugUi.ID);
        defaults.putInt(SCALE, 0);
        defaults.put(RELEASE_KEY, ReleaseKey.CTRL_ALT.name());
        defaults.putBoolean(MOUSE, false);
        defaults.putInt(LIVE_MILLIS, USUAL_MILLIS);
        defaults.putInt(TRACE_ROWS, USUAL_ROWS);
        defaults.putBoolean(REAL_TIME, true);
        defaults.put(CHANGED_COLOUR, StringConverter.asString(SOFT_YELLOW));
    }

    /** Where they are kept. */
    public static IPreferenceStore store() {
        return new ScopedPreferenceStore(InstanceScope.INSTANCE, DebugUi.ID);
    }

    /** The key that gives keyboard and mouse back. */
    public static ReleaseKey releaseKey() {
        String name = Platform.getPreferencesService().getString(DebugUi.ID, RELEASE_KEY, "", null);
        for (ReleaseKey key : ReleaseKey.values()) {
            if (key.name().equals(name)) {
                return key;
            }
        }
        return ReleaseKey.CTRL_ALT;
    }

    /** A number, as it is set now. */
    public static int number(String name) {
        return Platform.getPreferencesService().getInt(DebugUi.ID, name, 0, null);
    }

    /** A switch, as it is set now. */
    public static boolean isOn(String name) {
        return Platform.getPreferencesService().getBoolean(DebugUi.ID, name, false, null);
    }

    /** The background of what changed. */
    public static RGB changedColour() {
        return StringConverter.asRGB(Platform.getPreferencesService().getString(DebugUi.ID, CHANGED_COLOUR, "", null),
                SOFT_YELLOW);
    }
}
