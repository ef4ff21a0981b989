package org.domainfirmware.debug.core.model;

import org.domainfirmware.debug.core.guest.InspectionException;
import org.domainfirmware.debug.core.guest.PortMemory;
import org.domainfirmware.debug.core.guest.RegisterCell;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IRegister;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;

/** A register, one of its fields or a flag. */
public final class GuestRegister extends GuestElement implements IRegister, IValue {
    private final GuestRegisterGroup group;
    private final RegisterCell cell;
    private final String path;

    GuestRegister(GuestRegisterGroup group, RegisterCell cell, String path) {
        super(group.guest());
        this.group = group;
        this.cell = cell;
        this.path = path;
    }

    @Override
    public IRegisterGroup getRegisterGroup() {
        return group;
    }

    @Override
    public IValue getValue() {
        return this;
    }

    @Override
    public String getName() {
        return cell.name();
    }

    @Override
    public String getReferenceTypeName() {
        return "register";
    }

    @Override
    public boolean hasValueChanged() {
        return guest().changes().differs("register/" + path, cell.text());
    }

    /** Sets it; a number is hexadecimal here, as registers are shown. */
    @Override
    public void setValue(String expression) throws DebugException {
        try {
            PortMemory.await(guest().port().writeRegister(cell.writeName(), cell.written(number(expression))));
            guest().changed();
        } catch (InspectionException e) {
            throw failed(e);
        }
    }

    private long number(String expression) throws InspectionException {
        String text = expression.strip();
        long number = text.matches("[0-9A-Fa-f]{1,16}(\\s.*)?") ? Long.parseUnsignedLong(text.split("\\s")[0], 16) : evaluated(text);
        int width = cell.width();
        boolean fits = width >= Long.SIZE || number >>> width == 0 || number < 0 && number >> width - 1 == -1;
        if (!fits) {
            throw new InspectionException(String.format("%s has %d %s; %X does not fit", cell.name(), width,
                    width == 1 ? "bit" : "bits", number));
        }
        return number;
    }

    private long evaluated(String text) throws InspectionException {
        GuestStackFrame top = guest().thread().top();
        if (top == null) {
            throw new InspectionException("the guest runs");
        }
        return top.expressions().number(text);
    }

    @Override
    public void setValue(IValue value) throws DebugException {
        setValue(value.getValueString());
    }

    @Override
    public boolean supportsValueModification() {
        return !cell.writeName().isEmpty() && guest().isSuspended();
    }

    @Override
    public boolean verifyValue(String expression) throws DebugException {
        try {
            number(expression);
            return true;
        } catch (InspectionException e) {
            throw failed(e);
        }
    }

    @Override
    public boolean verifyValue(IValue value) {
        return false;
    }

    @Override
    public String getValueString() {
        return cell.text();
    }

    @Override
    public boolean isAllocated() {
        return true;
    }

    @Override
    public IVariable[] getVariables() {
        return cell.parts().stream().map(p -> new GuestRegister(group, p, path + "/" + p.name())).toArray(IVariable[]::new);
    }

    @Override
    public boolean hasVariables() {
        return !cell.parts().isEmpty();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof GuestRegister r && r.guest() == guest() && r.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }
}
