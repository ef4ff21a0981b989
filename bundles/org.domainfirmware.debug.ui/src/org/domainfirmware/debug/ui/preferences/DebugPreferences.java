package org.domainfirmware.debug.ui.preferences;

import java.util.Arrays;
import org.domainfirmware.debug.ui.DebugUi;
import org.domainfirmware.debug.ui.model.KeyboardLayout;
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
    /** Whether the guest's screen has the shape of a monitor, 4 to 3; off, its pixels are square. */
    public static final String MONITOR_SHAPE = "vga.monitorShape";
    /** The keyboard of this computer: the name of a {@link KeyboardLayout}. */
    public static final String KEYBOARD = "vga.keyboard";
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

    /** The same, for menus and pages. */
    public static final String MONITOR_SHAPE_WORDS = "Shape of a monitor, 4:3, instead of square pixels";

    private static final int LARGEST_SCALE = 4;
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
        defaults.putBoolean(MONITOR_SHAPE, false);
        defaults.put(KEYBOARD, KeyboardLayout.US.name());
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
        return named(RELEASE_KEY, ReleaseKey.values(), ReleaseKey.CTRL_ALT);
    }

    /** The keyboard of this computer. */
    public static KeyboardLayout keyboard() {
        return named(KEYBOARD, KeyboardLayout.values(), KeyboardLayout.US);
    }

    private static <T extends Enum<T>> T named(String preference, T[] values, T usual) {
        String name = Platform.getPreferencesService().getString(DebugUi.ID, preference, "", null);
        return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst().orElse(usual);
    }

    /** A number, as it is set now. */
    public static int number(String name) {
        return Platform.getPreferencesService().getInt(DebugUi.ID, name, 0, null);
    }

    /** A switch, as it is set now. */
    public static boolean isOn(String name) {
        return Platform.getPreferencesService().getBoolean(DebugUi.ID, name, false, null);
    }

    /** Choices of {@link #SCALE}: words and value. */
    public static String[][] scales() {
        String[][] choices = new String[LARGEST_SCALE + 1][];
        choices[0] = new String[] {"As large as fits", "0"};
        for (int times = 1; times <= LARGEST_SCALE; times++) {
            choices[times] = new String[] {times + " times", String.valueOf(times)};
        }
        return choices;
    }

    /** The background of what changed. */
    public static RGB changedColour() {
        return StringConverter.asRGB(Platform.getPreferencesService().getString(DebugUi.ID, CHANGED_COLOUR, "", null),
                SOFT_YELLOW);
    }
}
