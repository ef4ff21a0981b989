package org.domainfirmware.debug.core.model;

import org.domainfirmware.debug.core.guest.Datum;
import org.domainfirmware.debug.core.guest.InspectionException;
import org.domainfirmware.debug.core.guest.Inspector;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;

/** A variable, argument, member or element. */
public final class GuestVariable extends GuestElement implements IVariable {
    private final GuestStackFrame frame;
    private final Inspector inspector;
    private final Datum datum;
    private final String path;

    GuestVariable(GuestStackFrame frame, Inspector inspector, Datum datum, String path) {
        super(frame.guest());
        this.frame = frame;
        this.inspector = inspector;
        this.datum = datum;
        this.path = path;
    }

    /** Its type and place. */
    public Datum datum() {
        return datum;
    }

    @Override
    public IValue getValue() {
        return new GuestValue(frame, frame.inspector(), datum, path);
    }

    @Override
    public String getName() {
        return datum.name();
    }

    @Override
    public String getReferenceTypeName() {
        return datum.type().name();
    }

    @Override
    public boolean hasValueChanged() {
        return guest().changes().differs(path, getValue().toString());
    }

    @Override
    public void setValue(String expression) throws DebugException {
        try {
            inspector.assign(datum, frame.expressions().number(expression));
            guest().changed();
        } catch (InspectionException e) {
            throw failed(e);
        }
    }

    @Override
    public void setValue(IValue value) throws DebugException {
        setValue(value.getValueString());
    }

    @Override
    public boolean supportsValueModification() {
        return inspector.canAssign(datum) && frame.isSuspended();
    }

    /** Anything: what is wrong with it {@link #setValue(String)} says in words, where the platform's dialogs would only say that it is. */
    @Override
    public boolean verifyValue(String expression) {
        return !expression.isBlank();
    }

    @Override
    public boolean verifyValue(IValue value) {
        return value instanceof GuestValue;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof GuestVariable v && v.frame == frame && v.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }
}
