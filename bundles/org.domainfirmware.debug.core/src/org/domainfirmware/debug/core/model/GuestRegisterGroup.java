package org.domainfirmware.debug.core.model;

import java.util.List;

import org.domainfirmware.debug.core.guest.RegisterCell;
import org.eclipse.debug.core.model.IRegister;
import org.eclipse.debug.core.model.IRegisterGroup;

/** A group of the Registers view. */
public final class GuestRegisterGroup extends GuestElement implements IRegisterGroup {
    private final String name;

    GuestRegisterGroup(GuestDebugTarget target, String name) {
        super(target);
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public IRegister[] getRegisters() {
        return cells().stream().map(c -> new GuestRegister(this, List.of(c.name()))).toArray(IRegister[]::new);
    }

    private List<RegisterCell> cells() {
        return guest().thread().knownGroups().stream().filter(g -> g.name().equals(name)).findFirst().map(RegisterCell.Group::cells)
                .orElse(List.of());
    }

    /** The present cell of a register by the names from the group on; an empty one when there is none any more. */
    RegisterCell cell(List<String> names) {
        List<RegisterCell> level = cells();
        RegisterCell found = null;
        for (String part : names) {
            found = level.stream().filter(c -> c.name().equals(part)).findFirst()
                    .orElse(new RegisterCell(names.get(names.size() - 1), "", "", List.of(), null));
            level = found.parts();
        }
        return found;
    }

    @Override
    public boolean hasRegisters() {
        return !cells().isEmpty();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof GuestRegisterGroup g && g.guest() == guest() && g.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
