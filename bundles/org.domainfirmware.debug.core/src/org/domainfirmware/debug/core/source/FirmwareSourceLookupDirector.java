package org.domainfirmware.debug.core.source;

import org.eclipse.debug.core.sourcelookup.AbstractSourceLookupDirector;
import org.eclipse.debug.core.sourcelookup.ISourceLookupParticipant;

/** Finds the sources of a guest's firmware in the workspace. */
public final class FirmwareSourceLookupDirector extends AbstractSourceLookupDirector {
    @Override
    public void initializeParticipants() {
        addParticipants(new ISourceLookupParticipant[] {new FirmwareSourceParticipant()});
    }
}
