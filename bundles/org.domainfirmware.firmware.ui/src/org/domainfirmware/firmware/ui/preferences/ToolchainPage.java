package org.domainfirmware.firmware.ui.preferences;

import java.util.List;

import org.domainfirmware.firmware.core.toolchain.Toolchain;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** The compilers, assemblers and linkers found on this machine, and which package has the missing ones. */
public final class ToolchainPage extends PreferencePage implements IWorkbenchPreferencePage {
    private static final String[] TITLES = { "Tool", "Version", "Where", "Purpose" };
    private static final int[] WIDTHS = { 80, 80, 300, 260 };
    private Table table;

    @Override
    public void init(IWorkbench workbench) {
        setDescription("Builds call these tools by their names, from the search path.");
        noDefaultAndApplyButton();
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        page.setLayout(new GridLayout());
        table = new Table(page, SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        for (int i = 0; i < TITLES.length; i++) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(TITLES[i]);
            column.setWidth(WIDTHS[i]);
        }
        GridDataFactory.fillDefaults().grab(true, true).hint(700, 280).applyTo(table);
        Button again = new Button(page, SWT.PUSH);
        again.setText("&Look Again");
        again.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> detect()));
        detect();
        return page;
    }

    private void detect() {
        table.removeAll();
        new TableItem(table, SWT.NONE).setText(new String[] { "", "", "looking ..." });
        // The page may be closed before the tools have answered.
        Display display = table.getDisplay();
        Job job = Job.create("Looking for tools", monitor -> {
            List<Toolchain.Found> found = Toolchain.detect();
            display.asyncExec(() -> show(found));
            return Status.OK_STATUS;
        });
        job.setSystem(true);
        job.schedule();
    }

    private void show(List<Toolchain.Found> all) {
        if (table.isDisposed()) {
            return;
        }
        table.removeAll();
        for (Toolchain.Found found : all) {
            TableItem item = new TableItem(table, SWT.NONE);
            String where = found.path().map(Object::toString).orElse(
                    "missing: package " + found.tool().debianPackage() + " (Debian), " + found.tool().fedoraPackage() + " (Fedora)");
            item.setText(new String[] { found.tool().name(), found.version(), where, found.tool().purpose() });
            if (found.path().isEmpty() && found.tool().required()) {
                item.setForeground(table.getDisplay().getSystemColor(SWT.COLOR_RED));
            }
        }
    }
}
