package org.domainfirmware.firmware.ui.wizard;

import java.util.List;

import org.domainfirmware.firmware.core.CommandLine;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** How the imported tree is built, where the results are, and whether its build may run at all. */
final class BuildPage extends WizardPage {
    /** What was chosen; all paths are relative to the project. */
    record Choice(List<String> buildCommand, List<String> cleanCommand, String outputFolder, List<String> romImages, List<String> elfFiles,
            boolean trusted) {
    }

    private Text build;
    private Text clean;
    private Text output;
    private Text roms;
    private Text elfs;
    private Button trust;

    BuildPage() {
        super("build", "Build", null);
        setDescription("Say how the tree is built and what comes out. It can be changed in the project's properties later.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        page.setLayout(new GridLayout(2, false));
        build = field(page, "&Build command:", "make -w");
        clean = field(page, "&Clean command:", "make -w clean");
        output = field(page, "&Output folder:", "out");
        roms = field(page, "&ROM images:", "out/*.bin");
        elfs = field(page, "Files with &symbols:", "out/*.elf out/rom.o");
        trust = new Button(page, SWT.CHECK);
        trust.setText("I &trust this tree: its build may run commands on this machine, as me");
        GridDataFactory.fillDefaults().span(2, 1).indent(0, 10).applyTo(trust);
        trust.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> validate()));
        setControl(page);
        validate();
    }

    private Text field(Composite page, String label, String value) {
        new Label(page, SWT.NONE).setText(label);
        Text text = new Text(page, SWT.BORDER);
        text.setText(value);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addModifyListener(e -> validate());
        return text;
    }

    private void validate() {
        if (trust == null) {
            return;
        }
        boolean complete = !CommandLine.split(build.getText()).isEmpty() && !CommandLine.split(clean.getText()).isEmpty();
        setErrorMessage(complete ? null : "The commands must not be empty");
        setMessage(trust.getSelection() ? null : "Until you trust it, the project can be read and edited but is not built", INFORMATION);
        setPageComplete(complete);
    }

    Choice choice() {
        return new Choice(CommandLine.split(build.getText()), CommandLine.split(clean.getText()), output.getText().strip(),
                CommandLine.split(roms.getText()), CommandLine.split(elfs.getText()), trust.getSelection());
    }
}
