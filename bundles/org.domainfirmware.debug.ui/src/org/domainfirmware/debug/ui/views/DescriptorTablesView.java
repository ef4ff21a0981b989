package org.domainfirmware.debug.ui.views;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.debug.ui.guest.Answers;
import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.rows.RowsView;
import org.domainfirmware.emulator.debug.DebugPort;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** GDT, LDT, IDT or IVT, TSS, and the page walk of an address. */
public final class DescriptorTablesView extends RowsView {
    public static final String ID = "org.domainfirmware.debug.ui.views.descriptorTables";
    private static final String ADDRESS_ID = "descriptorTables.address";

    private Text address;
    private Label walk;
    private Composite header;

    @Override
    protected Control createHeader(Composite parent) {
        header = new Composite(parent, SWT.NONE);
        header.setLayout(new GridLayout(3, false));
        new Label(header, SWT.NONE).setText("Page walk of:");
        address = new Text(header, SWT.BORDER | SWT.SEARCH);
        address.setMessage("linear address or seg:off, Enter");
        address.setData("org.domainfirmware.id", ADDRESS_ID);
        address.setLayoutData(new GridData(220, SWT.DEFAULT));
        walk = new Label(header, SWT.WRAP);
        walk.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        address.addListener(SWT.DefaultSelection, e -> walk());
        return header;
    }

    private void walk() {
        DebugPort port = port();
        String typed = address.getText().strip();
        if (port == null || typed.isEmpty()) {
            say("");
            return;
        }
        GuestAddress at;
        try {
            at = GuestAddress.parse(typed);
        } catch (IllegalArgumentException e) {
            say(e.getMessage());
            return;
        }
        if (at.kind() == GuestAddress.Kind.PHYSICAL) {
            say("a physical address needs no walk");
            return;
        }
        CompletableFuture<Integer> linear = at.kind() == GuestAddress.Kind.SEGMENT
                ? port.toLinear(at.selector(), at.offset()) : CompletableFuture.completedFuture(at.offset());
        Answers.show(walk, linear.thenCompose(port::pageWalk), lines -> say(String.join("\n", lines)), this::say);
    }

    private void say(String text) {
        walk.setText(text);
        header.getParent().layout(true, true);
    }

    @Override
    protected List<Column> columns() {
        return List.of(Column.words("Entry", 150), Column.code("Base or target", 120), Column.code("Limit or owner", 130),
                Column.words("In words", 290));
    }

    @Override
    protected CompletableFuture<List<Row>> rows(Guest guest) {
        return new TableReader(guest).rows();
    }

    @Override
    protected void rowsShown(List<Row> rows) {
        if (!address.getText().isBlank()) {
            walk();
        }
    }

    @Override
    protected String exportName() {
        return "descriptor-tables";
    }
}
