package org.domainfirmware.firmware.ui.wizard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.domainfirmware.firmware.core.FirmwareTemplate;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Which of the firmware's parts the new project starts with. */
final class PartsPage extends WizardPage {
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "rombios", "ROMBIOS: 64 KiB at F0000, power-on self test and the BIOS interrupts",
            "vgabios", "VGABIOS: the video BIOS at C0000, INT 10h and VESA",
            "optionrom", "Option ROM: a template for an adapter of your own",
            "vmxassist", "VM86 monitor: runs real mode where the processor has none",
            "vmxloader", "Loader of the monitor: starts the ROMs in a partition");

    private final Map<String, Button> boxes = new LinkedHashMap<>();

    PartsPage() {
        super("parts", "Firmware", null);
        setDescription("Select the sources that the project starts with. Each makes a ROM image of its own.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        page.setLayout(new GridLayout());
        List<String> parts = new FirmwareTemplate().parts();
        for (String part : parts) {
            Button box = new Button(page, SWT.CHECK);
            box.setText(DESCRIPTIONS.getOrDefault(part, part));
            box.setSelection(true);
            box.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> validate()));
            boxes.put(part, box);
        }
        if (parts.isEmpty()) {
            new Label(page, SWT.WRAP).setText("This installation carries no firmware sources.");
        }
        setControl(page);
        validate();
    }

    private void validate() {
        boolean some = !selected().isEmpty();
        setErrorMessage(some ? null : "Select at least one");
        setPageComplete(some);
    }

    /** Names of the selected parts. */
    List<String> selected() {
        List<String> names = new ArrayList<>();
        boxes.forEach((name, box) -> {
            if (box.getSelection()) {
                names.add(name);
            }
        });
        return names;
    }
}
