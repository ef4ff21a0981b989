package org.domainfirmware.firmware.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.ui.plugin.AbstractUIPlugin;
import org.osgi.framework.BundleContext;

/** The plug-in: identifiers and shared images. */
public class FirmwareUi extends AbstractUIPlugin {
    public static final String ID = "org.domainfirmware.firmware.ui";
    /** Names of the icons in the folder icons. */
    public static final String[] ICONS = { "firmware", "function", "label", "variable", "interrupt", "macro", "type", "rom", "section",
            "file-c", "file-header", "file-assembly", "file-script" };

    private static FirmwareUi plugin;

    @Override
    public void start(BundleContext context) throws Exception {
        super.start(context);
        plugin = this;
    }

    @Override
    public void stop(BundleContext context) throws Exception {
        plugin = null;
        super.stop(context);
    }

    public static FirmwareUi get() {
        return plugin;
    }

    @Override
    protected void initializeImageRegistry(ImageRegistry registry) {
        for (String name : ICONS) {
            registry.put(name, ImageDescriptor.createFromURL(getBundle().getEntry("icons/" + name + ".png")));
        }
    }
}
