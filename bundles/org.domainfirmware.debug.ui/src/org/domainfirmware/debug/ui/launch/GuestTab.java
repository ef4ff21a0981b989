package org.domainfirmware.debug.ui.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.domainfirmware.debug.ui.DebugUi;
import org.domainfirmware.debug.ui.Icons;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Group;

/** A tab made of {@link Field}s, each of which knows its attribute and what values it can have. */
abstract class GuestTab extends AbstractLaunchConfigurationTab {
    private static final int COLUMNS = 4;

    private final String name;
    private final String icon;
    private final List<Field> fields = new ArrayList<>();
    private ScrolledComposite scrolled;
    private boolean loading;
    /** Attributes that were last given to be checked, and what was last found. */
    private Map<String, Object> asked;
    private String answer;

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
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        setControl(scrolled);
    }

    /** Made when they are first to be seen: the fields of all tabs would keep the dialog from opening for a moment. */
    private void fill() {
        Composite all = new Composite(scrolled, SWT.NONE);
        all.setLayout(new GridLayout());
        createFields(all);
        // The dialog may be smaller than the fields need, with a large font for one.
        scrolled.setMinHeight(all.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        scrolled.setContent(all);
        Dialog.applyDialogFont(all);
    }

    /** Makes groups and fields. */
    protected abstract void createFields(Composite parent);

    static Composite group(Composite parent, String title) {
        return group(parent, title, COLUMNS);
    }

    static Composite group(Composite parent, String title, int columns) {
        Group group = new Group(parent, SWT.NONE);
        group.setText(title);
        group.setLayout(new GridLayout(columns, false));
        group.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return group;
    }

    <F extends Field> F add(F field) {
        fields.add(field);
        field.onChange(() -> {
            if (!loading) {
                updateLaunchConfigurationDialog();
            }
        });
        return field;
    }

    @Override
    public final void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        // An attribute that is not there means its default.
    }

    @Override
    public final void initializeFrom(ILaunchConfiguration configuration) {
        loading = true;
        try {
            for (Field field : fields) {
                field.load(configuration);
            }
        } catch (CoreException e) {
            setErrorMessage("The launch configuration cannot be read: " + e.getMessage());
        } finally {
            loading = false;
        }
    }

    @Override
    public final void performApply(ILaunchConfigurationWorkingCopy configuration) {
        fields.forEach(f -> f.save(configuration));
    }

    /** Looks for what is wrong with the configuration in this tab's part; in a job. @throws CoreException whose message is for the user */
    protected abstract void check(ILaunchConfiguration configuration) throws CoreException;

    @Override
    public final boolean isValid(ILaunchConfiguration configuration) {
        String problem = typed().orElseGet(() -> problem(configuration));
        setErrorMessage(problem);
        return problem == null;
    }

    /**
     * What was found at last. When the configuration is another since, a job looks at it: files may be slow to come, and at one key the
     * dialog asks each tab several times. A launch checks everything again by itself.
     */
    private String problem(ILaunchConfiguration configuration) {
        try {
            Map<String, Object> attributes = configuration.getAttributes();
            if (!attributes.equals(asked)) {
                asked = attributes;
                ILaunchConfiguration copy = configuration.copy(configuration.getName());
                Display display = Display.getCurrent();
                Job.createSystem("Checking the launch configuration", (ICoreRunnable) monitor -> {
                    String found = found(copy);
                    display.asyncExec(() -> answered(attributes, found));
                }).schedule();
            }
            return answer;
        } catch (CoreException e) {
            return e.getStatus().getMessage();
        }
    }

    private String found(ILaunchConfiguration configuration) {
        try {
            check(configuration);
            return null;
        } catch (CoreException e) {
            return e.getStatus().getMessage();
        }
    }

    private void answered(Map<String, Object> attributes, String found) {
        if (!getControl().isDisposed() && attributes.equals(asked) && !Objects.equals(found, answer)) {
            answer = found;
            updateLaunchConfigurationDialog();
        }
    }

    @Override
    public final void activated(ILaunchConfigurationWorkingCopy configuration) {
        if (fields.isEmpty()) {
            fill();
        }
        // Files may be others by now.
        asked = null;
        super.activated(configuration);
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
