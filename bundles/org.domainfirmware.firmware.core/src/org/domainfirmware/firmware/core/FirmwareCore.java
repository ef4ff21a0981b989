package org.domainfirmware.firmware.core;

import org.domainfirmware.firmware.core.internal.DebugInfoCache;
import org.domainfirmware.firmware.core.source.SourceIndex;
import org.eclipse.core.runtime.Plugin;
import org.osgi.framework.BundleContext;

/** The plug-in: identifiers, and what lives as long as the workbench. */
public class FirmwareCore extends Plugin {
    public static final String ID = "org.domainfirmware.firmware.core";
    public static final String NATURE = ID + ".nature";
    public static final String BUILDER = ID + ".builder";
    /** Marker type of what the tools of a build report. */
    public static final String PROBLEM = ID + ".problem";
    /** Marker type of what keeps a project from being built: not trusted, no build program. */
    public static final String BUILD_PROBLEM = ID + ".buildProblem";

    private static FirmwareCore plugin;

    private final DebugInfoCache debugInfo = new DebugInfoCache();
    private final SourceIndex sources = new SourceIndex();

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

    public static FirmwareCore get() {
        return plugin;
    }

    DebugInfoCache debugInfo() {
        return debugInfo;
    }

    /** What the sources of all projects declare. */
    public SourceIndex sources() {
        return sources;
    }
}
