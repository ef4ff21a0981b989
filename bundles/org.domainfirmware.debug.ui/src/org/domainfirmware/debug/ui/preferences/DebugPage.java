package org.domainfirmware.debug.ui.preferences;

import java.util.Arrays;
import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.DefaultFirmware;
import org.domainfirmware.debug.ui.model.KeyboardLayout;
import org.domainfirmware.debug.ui.preferences.DebugPreferences.ReleaseKey;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ColorFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.FileFieldEditor;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Preferences > Firmware Workbench: the debugger's own views. */
public final class DebugPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
    private static final int SLOWEST_MILLIS = 60_000;
    private static final int FEWEST_ROWS = 10;
    private static final int MOST_ROWS = 5_000;

    /** Made by the workbench. */
    public DebugPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(DebugPreferences.store());
        setDescription("Settings of PC guests and of the views on them.");
    }

    @Override
    protected void createFieldEditors() {
        addField(new ComboFieldEditor(DebugPreferences.SCALE, "Magnify the guest's screen:", DebugPreferences.scales(), getFieldEditorParent()));
        addField(new BooleanFieldEditor(DebugPreferences.MONITOR_SHAPE, DebugPreferences.MONITOR_SHAPE_WORDS, getFieldEditorParent()));
        String[][] keys = Arrays.stream(ReleaseKey.values()).map(k -> new String[] {k.words(), k.name()}).toArray(String[][]::new);
        addField(new ComboFieldEditor(DebugPreferences.RELEASE_KEY, "Keyboard and mouse come back with:", keys,
                getFieldEditorParent()));
        String[][] layouts = Arrays.stream(KeyboardLayout.values()).map(k -> new String[] {k.words(), k.name()}).toArray(String[][]::new);
        addField(new ComboFieldEditor(DebugPreferences.KEYBOARD, "Keyboard of this computer (the guest gets the keys by their places):",
                layouts, getFieldEditorParent()));
        addField(new BooleanFieldEditor(DebugPreferences.MOUSE, "A click on the guest's screen also takes the mouse",
                getFieldEditorParent()));
        addField(number(DebugPreferences.LIVE_MILLIS, "Milliseconds between looks at a running guest (0: only at stops):", 0,
                SLOWEST_MILLIS));
        addField(number(DebugPreferences.TRACE_ROWS, "Newest calls shown in Interrupt Trace:", FEWEST_ROWS, MOST_ROWS));
        addField(new ColorFieldEditor(DebugPreferences.CHANGED_COLOUR, "Background of what changed since the last stop:",
                getFieldEditorParent()));
        addField(new BooleanFieldEditor(DebugPreferences.REAL_TIME, "New launch configurations run guests no faster than real time",
                getFieldEditorParent()));
        addField(rom(DefaultFirmware.ROMBIOS, "Default system ROM:"));
        addField(rom(DefaultFirmware.VGABIOS, "Default VGA ROM:"));
    }

    private FileFieldEditor rom(String name, String label) {
        FileFieldEditor field = new FileFieldEditor(name, label, true, StringFieldEditor.VALIDATE_ON_KEY_STROKE, getFieldEditorParent()) {
            @Override
            public void setPreferenceStore(IPreferenceStore pages) {
                // Launches read it, with or without this bundle.
                super.setPreferenceStore(pages == null ? null : new ScopedPreferenceStore(InstanceScope.INSTANCE, DebugCore.PLUGIN_ID));
            }
        };
        field.setFileExtensions(new String[] {"*.rom;*.bin", "*"});
        field.setErrorMessage(label + " there is no such file");
        field.getTextControl(getFieldEditorParent()).setMessage("the workbench's own");
        field.getTextControl(getFieldEditorParent()).setData("org.domainfirmware.id", name);
        return field;
    }

    private IntegerFieldEditor number(String name, String label, int least, int most) {
        IntegerFieldEditor field = new IntegerFieldEditor(name, label, getFieldEditorParent());
        field.setValidRange(least, most);
        return field;
    }
}
