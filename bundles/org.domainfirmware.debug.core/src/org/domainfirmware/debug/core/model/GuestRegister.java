package org.domainfirmware.debug.core.model;

import java.util.ArrayList;
import java.util.List;

import org.domainfirmware.debug.core.guest.InspectionException;
import org.domainfirmware.debug.core.guest.PortMemory;
import org.domainfirmware.debug.core.guest.RegisterCell;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IRegister;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;

/**
 * A register, one of its fields or a flag. Viewers keep one for long, because it is equal to the one of the next stop: what it shows is
 * looked up each time.
 */
public final class GuestRegister extends GuestElement implements IRegister, IValue {
    private final GuestRegisterGroup group;
    private final List<String> names;

    /** @param names from its group on */
    GuestRegister(GuestRegisterGroup group, List<String> names) {
        super(group.guest());
        this.group = group;
        this.names = names;
    }

    private RegisterCell cell() {
        return group.cell(names);
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
        return names.get(names.size() - 1);
    }

    @Override
    public String getReferenceTypeName() {
        return "register";
    }

    @Override
    public boolean hasValueChanged() {
        return guest().changes().differs("register/" + group.getName() + names, cell().text());
    }

    /** Sets it; a number is hexadecimal here, as registers are shown. */
    @Override
    public void setValue(String expression) throws DebugException {
        try {
            RegisterCell cell = cell();
            PortMemory.await(guest().port().writeRegister(cell.writeName(), cell.written(number(expression, cell))));
            guest().changed();
        } catch (InspectionException e) {
            throw failed(e);
        }
    }

    private long number(String expression, RegisterCell cell) throws InspectionException {
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
        return !cell().writeName().isEmpty() && guest().isSuspended();
    }

    /** Anything: what is wrong with it {@link #setValue(String)} says in words, where the platform's dialogs would only say that it is. */
    @Override
    public boolean verifyValue(String expression) {
        return !expression.isBlank();
    }

    @Override
    public boolean verifyValue(IValue value) {
        return false;
    }

    @Override
    public String getValueString() {
        return cell().text();
    }

    @Override
    public boolean isAllocated() {
        return true;
    }

    @Override
    public IVariable[] getVariables() {
        return cell().parts().stream().map(p -> {
            List<String> below = new ArrayList<>(names);
            below.add(p.name());
            return new GuestRegister(group, below);
        }).toArray(IVariable[]::new);
    }

    @Override
    public boolean hasVariables() {
        return !cell().parts().isEmpty();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof GuestRegister r && r.group.equals(group) && r.names.equals(names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }
}
