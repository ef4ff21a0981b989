package org.domainfirmware.firmware.ui.build;

import org.domainfirmware.firmware.core.internal.BuildRun;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;

/** The quick fix of "this project is not trusted": trust it, and build. */
public final class TrustResolutions implements IMarkerResolutionGenerator2 {
    @Override
    public boolean hasResolutions(IMarker marker) {
        return marker.getAttribute(BuildRun.UNTRUSTED, false);
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        return hasResolutions(marker) ? new IMarkerResolution[] { new Trust() } : new IMarkerResolution[0];
    }

    private static final class Trust implements IMarkerResolution {
        @Override
        public String getLabel() {
            return "Trust this project and build it";
        }

        @Override
        public void run(IMarker marker) {
            if (marker.getResource() instanceof IProject project) {
                TrustBuild.trust(project);
            }
        }
    }
}
