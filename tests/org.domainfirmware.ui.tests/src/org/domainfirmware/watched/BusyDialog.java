package org.domainfirmware.watched;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Stands for a dialog of ours that needs too long to make what it shows. */
public final class BusyDialog extends Dialog {
	public BusyDialog(Shell parent) {
		super(parent);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText("Busy");
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Control area = super.createDialogArea(parent);
		Busy.computes();
		return area;
	}

	/** Opens one. */
	public static void opens(Shell parent) {
		new BusyDialog(parent).open();
	}
}
