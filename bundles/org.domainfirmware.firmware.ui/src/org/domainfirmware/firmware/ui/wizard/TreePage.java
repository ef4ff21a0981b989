package org.domainfirmware.firmware.ui.wizard;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Which folder becomes a project, and under which name. */
final class TreePage extends WizardPage {
    private static final String[] MAKEFILES = { "Makefile", "makefile", "GNUmakefile" };

    private Text folder;
    private Text name;

    TreePage() {
        super("tree", "Existing Tree", null);
        setDescription("Select a folder of firmware sources with a Makefile of its own, such as SeaBIOS. Nothing is copied.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        page.setLayout(new GridLayout(3, false));
        new Label(page, SWT.NONE).setText("&Folder:");
        folder = new Text(page, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(folder);
        Button browse = new Button(page, SWT.PUSH);
        browse.setText("B&rowse...");
        browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> browse()));
        new Label(page, SWT.NONE).setText("&Project name:");
        name = new Text(page, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(name);
        folder.addModifyListener(e -> folderChanged());
        name.addModifyListener(e -> validate());
        setControl(page);
        setPageComplete(false);
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setFilterPath(folder.getText());
        String chosen = dialog.open();
        if (chosen != null) {
            folder.setText(chosen);
        }
    }

    private void folderChanged() {
        Path path = folder();
        if (path != null && path.getFileName() != null) {
            name.setText(path.getFileName().toString());
        }
        validate();
    }

    private void validate() {
        String error = error();
        setErrorMessage(error);
        setPageComplete(error == null);
        boolean makefile = error == null && hasMakefile(folder());
        setMessage(error != null || makefile ? null : "There is no Makefile: name the build program on the next page", WARNING);
    }

    private static boolean hasMakefile(Path folder) {
        for (String m : MAKEFILES) {
            if (Files.exists(folder.resolve(m))) {
                return true;
            }
        }
        return false;
    }

    private String error() {
        Path path = folder();
        if (path == null || !path.isAbsolute() || !Files.isDirectory(path)) {
            return "Select a folder that exists";
        }
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IStatus valid = workspace.validateName(name(), IResource.PROJECT);
        if (!valid.isOK()) {
            return valid.getMessage();
        }
        if (workspace.getRoot().getProject(name()).exists()) {
            return "A project " + name() + " exists already";
        }
        return null;
    }

    /** The folder; null when what is typed is not a path. */
    Path folder() {
        try {
            return Path.of(folder.getText().strip());
        } catch (InvalidPathException e) {
            return null;
        }
    }

    String name() {
        return name.getText().strip();
    }
}
