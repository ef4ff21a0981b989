package org.domainfirmware.firmware.ui;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;

/** Preferences before a person changes them. */
public final class PreferenceDefaults extends AbstractPreferenceInitializer {
    @Override
    public void initializeDefaultPreferences() {
        IEclipsePreferences node = DefaultScope.INSTANCE.getNode(FirmwareUi.ID);
        node.putBoolean("matchingBrackets", true);
        node.put("matchingBracketsColor", "127,0,85");
    }
}
