package org.domainfirmware.debug.ui.preferences;

import java.util.Arrays;
import org.domainfirmware.debug.ui.preferences.DebugPreferences.ReleaseKey;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ColorFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** Preferences > Firmware Workbench: the debugger's own views. */
public final class DebugPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
    private static final int SLOWEST_MILLIS = 60_000;
    private static final int FEWEST_ROWS = 10;
    private static final int MOST_ROWS = 5_000;
    private static final String[][] SCALES = {{"As large as fits", "0"}, {"1 times", "1"}, {"2 times", "2"}, {"3 times", "3"},
        {"4 times", "4"}};

    /** Made by the workbench. */
    public DebugPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(DebugPreferences.store());
        setDescription("Settings of the views on a PC guest.");
    }

    @Override
    protected void createFieldEditors() {
        addField(new ComboFieldEditor(DebugPreferences.SCALE, "Magnify the guest's screen:", SCALES, getFieldEditorParent()));
        String[][] keys = Arrays.stream(ReleaseKey.values()).map(k -> new String[] {k.words(), k.name()}).toArray(String[][]::new);
        addField(new ComboFieldEditor(DebugPreferences.RELEASE_KEY, "Keyboard and mouse come back with:", keys,
                getFieldEditorParent()));
        addField(new BooleanFieldEditor(DebugPreferences.MOUSE, "A click on the guest's screen also takes the mouse",
                getFieldEditorParent()));
        addField(number(DebugPreferences.LIVE_MILLIS, "Milliseconds between looks at a running guest (0: only at stops):", 0,
                SLOWEST_MILLIS));
        addField(number(DebugPreferences.TRACE_ROWS, "Newest calls shown in Interrupt Trace:", FEWEST_ROWS, MOST_ROWS));
        addField(new ColorFieldEditor(DebugPreferences.CHANGED_COLOUR, "Background of what changed since the last stop:",
                getFieldEditorParent()));
        addField(new BooleanFieldEditor(DebugPreferences.REAL_TIME, "New launch configurations run guests no faster than real time",
                getFieldEditorParent()));
    }

    private IntegerFieldEditor number(String name, String label, int least, int most) {
        IntegerFieldEditor field = new IntegerFieldEditor(name, label, getFieldEditorParent());
        field.setValidRange(least, most);
        return field;
    }
}
