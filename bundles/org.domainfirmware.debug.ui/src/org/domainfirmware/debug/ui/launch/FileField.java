package org.domainfirmware.debug.ui.launch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.dialogs.ResourceSelectionDialog;

/** A file, of the workspace or anywhere; string variables may be used. */
final class FileField extends TextField {
    private final String[] extensions;

    FileField(Composite parent, String label, String hint, String attribute, String... extensions) {
        super(parent, label, hint, attribute, 1);
        this.extensions = extensions.clone();
        button(parent, "Workspace...", this::workspace);
        button(parent, "File...", this::anywhere);
    }

    private static void button(Composite parent, String name, Runnable run) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(name);
        button.addListener(SWT.Selection, e -> run.run());
    }

    private void workspace() {
        ResourceSelectionDialog dialog = new ResourceSelectionDialog(text().getShell(),
                ResourcesPlugin.getWorkspace().getRoot(), "Choose a file of the workspace:");
        if (dialog.open() == Window.OK) {
            for (Object chosen : dialog.getResult()) {
                if (chosen instanceof IFile file) {
                    text().setText("${workspace_loc:" + file.getFullPath() + "}");
                }
            }
        }
    }

    private void anywhere() {
        FileDialog dialog = new FileDialog(text().getShell(), SWT.OPEN);
        dialog.setFilterExtensions(extensions);
        String chosen = dialog.open();
        if (chosen != null) {
            text().setText(chosen);
        }
    }
}
