package org.domainfirmware.debug.ui.views;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.InterruptModel;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.domainfirmware.debug.ui.rows.RowsView;
import org.domainfirmware.debug.ui.rows.ViewActions;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.InterruptRecord;
import org.domainfirmware.emulator.debug.RegistersView;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** The tree of INT calls, hardware interrupts and exceptions. Switched off, it costs the guest nothing. */
public final class InterruptTraceView extends RowsView {
    public static final String ID = "org.domainfirmware.debug.ui.views.interruptTrace";
    private static final long USUAL_PERIOD = 10;

    private Text filter;
    private Action trace;

    @Override
    protected Control createHeader(Composite parent) {
        filter = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
        filter.setMessage("filter: INT 13h, disk, CF=1, 0:7C00 ...");
        filter.addModifyListener(e -> update());
        return filter;
    }

    @Override
    protected void contribute(IToolBarManager bar, IMenuManager menu, IMenuManager context) {
        trace = ViewActions.check("Trace interrupts", "trace", this::trace);
        bar.add(trace);
    }

    private void trace(boolean on) {
        DebugPort port = port();
        if (port == null) {
            trace.setChecked(false);
            return;
        }
        port.traceInterrupts(on);
        tick();
        update();
    }

    @Override
    protected boolean isLive() {
        return trace.isChecked();
    }

    @Override
    protected void selected(Guest guest) {
        if (trace == null) {
            return;
        }
        trace.setEnabled(guest != null);
        if (guest != null && trace.isChecked()) {
            guest.port().traceInterrupts(true);
        }
    }

    @Override
    protected List<Column> columns() {
        return List.of(Column.code("Call", 170), Column.words("Function", 150), Column.code("In", 300),
                Column.code("Changed", 170), Column.code("Carry", 45), Column.words("Took", 70), Column.code("Caller", 90),
                Column.code("At instruction", 110));
    }

    @Override
    protected CompletableFuture<List<Row>> rows(Guest guest) {
        String wanted = filter.getText();
        CompletableFuture<List<InterruptRecord>> records = guest.port().interruptTrace(0,
                DebugPreferences.number(DebugPreferences.TRACE_ROWS));
        return records.thenCombine(guest.port().registers(), (found, r) -> InterruptModel.rows(found, wanted, period(r)));
    }

    private static long period(RegistersView r) {
        return r.instructions() == 0 ? USUAL_PERIOD : Math.max(1, Math.min(USUAL_PERIOD, r.nanos() / r.instructions()));
    }

    @Override
    protected void rowsShown(List<Row> rows) {
        note(rows.isEmpty() && !trace.isChecked() ? "Press \"Trace interrupts\" in the tool bar to record calls from now on." : "");
    }

    /** Every call is new; what it changed has a column. */
    @Override
    protected boolean highlightsChanges() {
        return false;
    }

    @Override
    protected String exportName() {
        return "interrupt-trace";
    }
}
