package org.domainfirmware.debug.core.model;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.guest.InspectionException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.DebugElement;
import org.eclipse.debug.core.model.IMemoryBlockRetrieval;

/** What all elements of a guest have. */
public abstract class GuestElement extends DebugElement {
    private final GuestDebugTarget target;

    /** @param target null only for the target itself */
    protected GuestElement(GuestDebugTarget target) {
        super(target);
        this.target = target;
    }

    /** The target this belongs to. */
    public GuestDebugTarget guest() {
        return target;
    }

    @Override
    public String getModelIdentifier() {
        return DebugCore.MODEL_ID;
    }

    /** A failure of inspection as the platform wants it. */
    protected static DebugException failed(InspectionException e) {
        return new DebugException(DebugCore.error(e.getMessage(), e));
    }

    /** A refusal in words. */
    protected static DebugException refused(String why) {
        return new DebugException(DebugCore.error(why));
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == GuestSession.class) {
            return type.cast(guest().session());
        }
        if (type == IMemoryBlockRetrieval.class || type == GuestDebugTarget.class) {
            return type.cast(guest());
        }
        return super.getAdapter(type);
    }
}
