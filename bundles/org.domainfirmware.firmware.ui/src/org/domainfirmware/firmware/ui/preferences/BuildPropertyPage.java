package org.domainfirmware.firmware.ui.preferences;

import org.domainfirmware.firmware.core.CommandLine;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.ProjectSettings;
import org.domainfirmware.firmware.core.rom.RomPacking;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PropertyPage;

/** How a firmware project is built, what comes out, and how its images are packed. */
public final class BuildPropertyPage extends PropertyPage {
    private Text build;
    private Text clean;
    private Text output;
    private Text roms;
    private Text elfs;
    private Text padTo;
    private Button header;
    private Button checksum;
    private Button trusted;

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        page.setLayout(new GridLayout(2, false));
        ProjectSettings settings = firmware().settings();
        build = field(page, "&Build command:", CommandLine.join(settings.buildCommand()));
        clean = field(page, "&Clean command:", CommandLine.join(settings.cleanCommand()));
        output = field(page, "&Output folder:", settings.outputFolder());
        roms = field(page, "&ROM images:", CommandLine.join(settings.romImages()));
        elfs = field(page, "Files with &symbols:", CommandLine.join(settings.elfFiles()));
        Group packing = new Group(page, SWT.NONE);
        packing.setText("After a build, pack the images");
        packing.setLayout(new GridLayout(2, false));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(packing);
        padTo = field(packing, "&Fill up to a multiple of (bytes):", Integer.toString(settings.packing().padTo()));
        header = box(packing, "Set the &length in the header of an option ROM", settings.packing().header());
        checksum = box(packing, "Set the check&sum byte", settings.packing().checksum());
        trusted = box(page, "I &trust this project: its build may run commands on this machine, as me", firmware().trusted());
        return page;
    }

    private FirmwareProject firmware() {
        return FirmwareProject.of(Adapters.adapt(getElement(), IProject.class));
    }

    private Text field(Composite page, String label, String value) {
        new Label(page, SWT.NONE).setText(label);
        Text text = new Text(page, SWT.BORDER);
        text.setText(value);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addModifyListener(e -> validate());
        return text;
    }

    private static Button box(Composite page, String label, boolean value) {
        Button box = new Button(page, SWT.CHECK);
        box.setText(label);
        box.setSelection(value);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(box);
        return box;
    }

    private void validate() {
        if (padTo == null) {
            return;
        }
        boolean number = padTo.getText().strip().matches("[1-9]\\d{0,7}");
        boolean commands = !CommandLine.split(build.getText()).isEmpty() && !CommandLine.split(clean.getText()).isEmpty();
        setErrorMessage(!commands ? "The commands must not be empty" : !number ? "Fill up to a number of bytes, 1 for none" : null);
        setValid(number && commands);
    }

    @Override
    public boolean performOk() {
        FirmwareProject firmware = firmware();
        ProjectSettings settings = firmware.settings();
        settings.setBuildCommand(CommandLine.split(build.getText()));
        settings.setCleanCommand(CommandLine.split(clean.getText()));
        settings.setOutputFolder(output.getText().strip());
        settings.setRomImages(CommandLine.split(roms.getText()));
        settings.setElfFiles(CommandLine.split(elfs.getText()));
        try {
            settings.setPacking(new RomPacking(Integer.parseInt(padTo.getText().strip()), RomPacking.NONE.fill(), header.getSelection(),
                    checksum.getSelection()));
            settings.save();
            firmware.setTrusted(trusted.getSelection());
            return true;
        } catch (CoreException | IllegalArgumentException e) {
            setErrorMessage(e.getMessage());
            ILog.get().warn("Settings of " + firmware.project().getName(), e);
            return false;
        }
    }
}
