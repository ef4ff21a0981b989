package org.domainfirmware.debug.ui.rows;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.ui.breakpoints.AddBreakpointDialog;
import org.domainfirmware.debug.ui.breakpoints.BreakpointProposal;
import org.domainfirmware.debug.ui.guest.Answers;
import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.guest.GuestView;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.emulator.debug.DebugPort;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.actions.ActionFactory;

/** A view that shows rows. What differs from the last stop is highlighted; rows can be copied and exported. */
public abstract class RowsView extends GuestView {
    private static final int RUNNING_MILLIS = 300;

    private RowTree tree;
    private Label note;
    private Composite all;
    private long asked;
    private RowExport export;

    /** The columns, always the same. */
    protected abstract List<Column> columns();

    /** Asks the guest for the rows. Called in the UI thread, so it only asks; the answer is made elsewhere. */
    protected abstract CompletableFuture<List<Row>> rows(Guest guest);

    /** Name of the file an export proposes, without extension. */
    protected abstract String exportName();

    /** Controls above the rows; null for none. */
    protected Control createHeader(Composite parent) {
        return null;
    }

    /** Whether what differs from the last stop is highlighted: not where other rows only mean another place. */
    protected boolean highlightsChanges() {
        return true;
    }

    /** Whether the rows are out of date while the guest runs: not where they are looked at again and again, or are records. */
    protected boolean agesWhileRunning() {
        return !isLive();
    }

    @Override
    public void guestResumed(Guest guest) {
        super.guestResumed(guest);
        long stop = stops();
        // Steps are over by then, and nothing flickers.
        tree.control().getDisplay().timerExec(RUNNING_MILLIS, () -> {
            if (!tree.control().isDisposed() && stop == stops() && guest.equals(guest()) && guest.port().isRunning()) {
                sayAge();
            }
        });
    }

    private void sayAge() {
        if (agesWhileRunning()) {
            note("The guest runs; these are its last known values.");
        }
    }

    /** Rows have been shown; in the UI thread. */
    protected void rowsShown(List<Row> rows) {
    }

    /** Entries of the context menu and buttons, before the usual ones. */
    protected void contribute(IToolBarManager bar, IMenuManager menu, IMenuManager context) {
    }

    @Override
    protected final Control createContent(Composite parent) {
        all = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(all);
        Control header = createHeader(all);
        if (header != null && header.getLayoutData() == null) {
            header.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        }
        tree = new RowTree(all, columns());
        tree.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        note = new Label(all, SWT.WRAP);
        GridData data = new GridData(SWT.FILL, SWT.BOTTOM, true, false);
        data.exclude = true;
        note.setLayoutData(data);
        getSite().setSelectionProvider(tree.viewer());
        return all;
    }

    @Override
    protected final void createActions() {
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        IMenuManager menu = getViewSite().getActionBars().getMenuManager();
        export = new RowExport(getSite().getShell(), columns(), exportName(), tree);
        contribute(bar, menu, tree.menu());
        bar.add(ViewActions.push("Ask the guest again", "refresh", this::update));
        bar.add(export.copyAll());
        bar.add(export.save());
        tree.menu().add(ViewActions.onlyWhen(ViewActions.push("Add Breakpoint...", "breakpoint-add", this::addBreakpoint),
                () -> proposal().isPresent()));
        export.fill(tree.menu());
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), export.copySelected());
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.SELECT_ALL.getId(),
                ViewActions.push("Select All", "copy", tree::selectAll));
    }

    /** The breakpoint that belongs to the one row that is selected. */
    private Optional<BreakpointProposal> proposal() {
        List<Object> subjects = tree.selected(Object.class);
        return subjects.size() == 1 ? BreakpointProposal.of(subjects.get(0)) : Optional.empty();
    }

    private void addBreakpoint() {
        new AddBreakpointDialog(getSite().getShell(), proposal()).open();
    }

    /** The tree with the rows. */
    public final RowTree tree() {
        return tree;
    }

    /** The rows that are shown; in the UI thread. */
    public final List<Row> shownRows() {
        return tree.rows();
    }

    /** Copies and saves the rows. */
    public final RowExport export() {
        return export;
    }

    /** Whether a cell is highlighted as changed; {@code path} are the keys from the root to its row. In the UI thread. */
    public final boolean isChanged(List<String> path, int column) {
        return tree.isChanged(path, column);
    }

    /** A sentence under the rows; "" for none. */
    protected final void note(String text) {
        if (text.equals(note.getText())) {
            return;
        }
        boolean show = !text.isEmpty();
        GridData data = (GridData) note.getLayoutData();
        note.setText(text);
        if (data.exclude == show) {
            data.exclude = !show;
            note.setVisible(show);
        }
        all.layout();
    }

    @Override
    protected final void refresh(Guest guest) {
        long question = ++asked;
        boolean running = guest.port().isRunning();
        Answers.show(tree.control(), rows(guest), rows -> {
            if (question == asked && guest.equals(guest())) {
                note("");
                if (running) {
                    sayAge();
                }
                if (!highlightsChanges()) {
                    tree.show(rows);
                } else if (running) {
                    tree.showRunning(rows);
                } else {
                    tree.showStop(stops(), rows);
                }
                rowsShown(rows);
            }
        }, why -> {
            if (question == asked) {
                note(why);
            }
        });
    }

    /** The port of the selected guest, or null. */
    protected final DebugPort port() {
        Guest guest = guest();
        return guest == null ? null : guest.port();
    }

    @Override
    protected void forget() {
        asked++;
        tree.forget();
        note("");
    }

    @Override
    public void setFocus() {
        tree.control().setFocus();
    }
}
