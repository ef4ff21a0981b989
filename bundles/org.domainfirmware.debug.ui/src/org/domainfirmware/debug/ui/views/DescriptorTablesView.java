package org.domainfirmware.debug.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.PageWalkModel;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.rows.RowsView;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.PageWalkView;
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
    private Label problem;
    /** The address whose walk was opened. */
    private String walked = "";

    @Override
    protected Control createHeader(Composite parent) {
        Composite header = new Composite(parent, SWT.NONE);
        header.setLayout(new GridLayout(3, false));
        new Label(header, SWT.NONE).setText("Page walk of:");
        address = new Text(header, SWT.BORDER | SWT.SEARCH);
        address.setMessage("linear address or seg:off, Enter");
        address.setData("org.domainfirmware.id", ADDRESS_ID);
        address.setLayoutData(new GridData(220, SWT.DEFAULT));
        problem = new Label(header, SWT.NONE);
        problem.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        address.addListener(SWT.DefaultSelection, e -> update());
        return header;
    }

    /** The address typed; empty when there is none, and what is wrong is said. */
    private Optional<GuestAddress> typed() {
        String typed = address.getText().strip();
        problem.setText("");
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            GuestAddress at = GuestAddress.parse(typed);
            if (at.kind() != GuestAddress.Kind.PHYSICAL) {
                return Optional.of(at);
            }
            problem.setText("a physical address needs no walk");
        } catch (IllegalArgumentException e) {
            problem.setText(e.getMessage());
        }
        return Optional.empty();
    }

    private static CompletableFuture<PageWalkView> walk(DebugPort port, GuestAddress at) {
        CompletableFuture<Integer> linear = at.kind() == GuestAddress.Kind.SEGMENT
                ? port.toLinear(at.selector(), at.offset()) : CompletableFuture.completedFuture(at.offset());
        return linear.thenCompose(port::pageWalk);
    }

    @Override
    protected List<Column> columns() {
        return List.of(Column.words("Entry", 150), Column.code("Base or target", 120), Column.code("Limit or owner", 130),
                Column.words("In words", 290));
    }

    @Override
    protected CompletableFuture<List<Row>> rows(Guest guest) {
        CompletableFuture<List<Row>> tables = new TableReader(guest).rows();
        return typed().map(at -> tables.thenCombine(walk(guest.port(), at), DescriptorTablesView::with)).orElse(tables);
    }

    private static List<Row> with(List<Row> tables, PageWalkView walk) {
        List<Row> rows = new ArrayList<>(tables);
        rows.add(0, PageWalkModel.row(walk));
        return rows;
    }

    @Override
    protected void rowsShown(List<Row> rows) {
        Row first = rows.get(0);
        String now = first.key().equals(PageWalkModel.KEY) ? first.cell(1) : "";
        if (!now.equals(walked)) {
            walked = now;
            if (!now.isEmpty()) {
                tree().expand(0);
                tree().reveal(0);
            }
        }
    }

    @Override
    protected void forget() {
        super.forget();
        walked = "";
    }

    @Override
    protected String exportName() {
        return "descriptor-tables";
    }
}
