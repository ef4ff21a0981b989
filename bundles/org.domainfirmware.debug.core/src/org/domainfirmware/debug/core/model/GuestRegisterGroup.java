package org.domainfirmware.debug.core.model;

import java.util.List;

import org.domainfirmware.debug.core.guest.InspectionException;
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
        return group.cells().stream().map(c -> new GuestRegister(this, List.of(c.name()), c))
                .toArray(IRegister[]::new);
    }

    /** The present cell of a register by the names from the group on; the one seen last while the guest runs. */
    RegisterCell cell(List<String> names, RegisterCell seen) {
        List<RegisterCell> level;
        try {
            level = guest().thread().registerGroups().stream().filter(g -> g.name().equals(group.name())).findFirst().orElse(group).cells();
        } catch (InspectionException runs) {
            return seen;
        }
        RegisterCell found = seen;
        for (String name : names) {
            found = level.stream().filter(c -> c.name().equals(name)).findFirst().orElse(seen);
            level = found.parts();
        }
        return found;
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
