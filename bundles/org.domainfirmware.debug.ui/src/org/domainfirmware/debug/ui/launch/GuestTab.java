package org.domainfirmware.debug.ui.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.domainfirmware.debug.ui.DebugUi;
import org.domainfirmware.debug.ui.Icons;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;

/** A tab made of {@link Field}s, each of which knows its attribute and what values it can have. */
abstract class GuestTab extends AbstractLaunchConfigurationTab {
    private final String name;
    private final String icon;
    private final List<Field> fields = new ArrayList<>();

    GuestTab(String name, String icon) {
        this.name = name;
        this.icon = icon;
    }

    @Override
    public final String getName() {
        return name;
    }

    @Override
    public final Image getImage() {
        return Icons.image(icon);
    }

    @Override
    public final String getId() {
        return DebugUi.ID + ".launch." + icon;
    }

    @Override
    public final void createControl(Composite parent) {
        Composite all = new Composite(parent, SWT.NONE);
        all.setLayout(new GridLayout());
        createFields(all);
        setControl(all);
    }

    /** Makes groups and fields. */
    protected abstract void createFields(Composite parent);

    static Composite group(Composite parent, String title) {
        Group group = new Group(parent, SWT.NONE);
        group.setText(title);
        group.setLayout(new GridLayout(4, false));
        group.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return group;
    }

    <F extends Field> F add(F field) {
        fields.add(field);
        field.onChange(this::updateLaunchConfigurationDialog);
        return field;
    }

    @Override
    public final void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        // An attribute that is not there means its default.
    }

    @Override
    public final void initializeFrom(ILaunchConfiguration configuration) {
        try {
            for (Field field : fields) {
                field.load(configuration);
            }
        } catch (CoreException e) {
            setErrorMessage("The launch configuration cannot be read: " + e.getMessage());
        }
    }

    @Override
    public final void performApply(ILaunchConfigurationWorkingCopy configuration) {
        fields.forEach(f -> f.save(configuration));
    }

    /** What is wrong with the configuration in this tab's part. @throws CoreException whose message is for the user */
    protected abstract void check(ILaunchConfiguration configuration) throws CoreException;

    @Override
    public final boolean isValid(ILaunchConfiguration configuration) {
        String problem = problem(configuration);
        setErrorMessage(problem);
        return problem == null;
    }

    private String problem(ILaunchConfiguration configuration) {
        Optional<String> typed = typed();
        if (typed.isPresent()) {
            return typed.get();
        }
        try {
            check(configuration);
            return null;
        } catch (CoreException e) {
            return e.getStatus().getMessage();
        }
    }

    /** What is typed and cannot even be kept in a configuration. */
    private Optional<String> typed() {
        return fields.stream().map(Field::problem).filter(Objects::nonNull).findFirst();
    }

    @Override
    public final boolean canSave() {
        return typed().isEmpty();
    }
}
