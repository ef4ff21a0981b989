package org.domainfirmware.debug.core.model;

import java.util.List;
import org.domainfirmware.debug.core.guest.Datum;
import org.domainfirmware.debug.core.guest.InspectionException;
import org.domainfirmware.debug.core.guest.Inspector;
import org.domainfirmware.debug.core.guest.ValueText;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;

/** A typed value with its members, elements, or what it points to. */
public final class GuestValue extends GuestElement implements IValue {
    private final GuestStackFrame frame;
    private final Inspector inspector;
    private final Datum datum;
    private final String path;
    private final String text;

    GuestValue(GuestStackFrame frame, Inspector inspector, Datum datum, String path) {
        super(frame.guest());
        this.frame = frame;
        this.inspector = inspector;
        this.datum = datum;
        this.path = path;
        text = new ValueText(inspector, frame.guest().symbols()).of(datum);
    }

    /** Its type and place. */
    public Datum datum() {
        return datum;
    }

    @Override
    public String getReferenceTypeName() {
        return datum.type().name();
    }

    /** What is escaped as in C stands here as it is: the platform's views escape it anew. {@link #toString} has all of it as in C. */
    @Override
    public String getValueString() {
        return text.translateEscapes();
    }

    @Override
    public boolean isAllocated() {
        return true;
    }

    @Override
    public IVariable[] getVariables() throws DebugException {
        try {
            List<Datum> parts = inspector.children(datum);
            IVariable[] variables = new IVariable[parts.size()];
            for (int i = 0; i < variables.length; i++) {
                variables[i] = new GuestVariable(frame, inspector, parts.get(i), path + "/" + i + parts.get(i).name());
            }
            return variables;
        } catch (InspectionException e) {
            throw failed(e);
        }
    }

    @Override
    public boolean hasVariables() {
        return Inspector.hasChildren(datum);
    }

    @Override
    public String toString() {
        return text;
    }
}
