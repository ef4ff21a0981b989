package org.domainfirmware.debug.core.model;

import org.domainfirmware.debug.core.guest.RegisterCell;
import org.eclipse.debug.core.model.IRegister;
import org.eclipse.debug.core.model.IRegisterGroup;

/** A group of the Registers view. */
public final class GuestRegisterGroup extends GuestElement implements IRegisterGroup {
    private final RegisterCell.Group group;

    GuestRegisterGroup(GuestDebugTarget target, RegisterCell.Group group) {
        super(target);
        this.group = group;
    }

    @Override
    public String getName() {
        return group.name();
    }

    @Override
    public IRegister[] getRegisters() {
        return group.cells().stream().map(c -> new GuestRegister(this, c, group.name() + "/" + c.name()))
                .toArray(IRegister[]::new);
    }

    @Override
    public boolean hasRegisters() {
        return !group.cells().isEmpty();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof GuestRegisterGroup g && g.guest() == guest() && g.group.name().equals(group.name());
    }

    @Override
    public int hashCode() {
        return group.name().hashCode();
    }
}
