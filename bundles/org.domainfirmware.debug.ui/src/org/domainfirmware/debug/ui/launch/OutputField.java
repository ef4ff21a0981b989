package org.domainfirmware.debug.ui.launch;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;

/** A file to be written; string variables may be used. */
final class OutputField extends TextField {
    OutputField(Composite parent, String label, String hint, String attribute) {
        super(parent, label, hint, attribute, 1);
        Button button = new Button(parent, SWT.PUSH);
        button.setText("File...");
        button.addListener(SWT.Selection, e -> {
            FileDialog dialog = new FileDialog(text().getShell(), SWT.SAVE);
            dialog.setOverwrite(true);
            String chosen = dialog.open();
            if (chosen != null) {
                text().setText(chosen);
            }
        });
    }
}
