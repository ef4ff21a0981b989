package org.domainfirmware.debug.ui.vm86;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.core.guest.MonitorMode;
import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.domainfirmware.debug.ui.rows.RowsView;
import org.domainfirmware.debug.ui.rows.ViewActions;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.AssistView;
import org.domainfirmware.emulator.debug.DebugPort;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/**
 * The monitor of a domain: every trap into it, sums by kind, the state of its mode machine. It traces from its opening on until
 * it is closed or the trace is switched off; then the guest pays nothing for it.
 */
public final class Vm86MonitorView extends RowsView {
    public static final String ID = "org.domainfirmware.debug.ui.views.vm86Monitor";
    private static final int MODE_BYTES = 4;

    private Text filter;
    private Action trace;
    private DebugPort traced;

    @Override
    protected Control createHeader(Composite parent) {
        filter = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
        filter.setData("org.domainfirmware.id", "vm86Monitor.filter");
        filter.setMessage("filter: lgdt, #GP, IRQ, F000:, protected mode ...");
        filter.addModifyListener(e -> update());
        return filter;
    }

    @Override
    protected void contribute(IToolBarManager bar, IMenuManager menu, IMenuManager context) {
        trace = ViewActions.check("Trace the monitor", "trace", this::trace);
        trace.setChecked(true);
        bar.add(trace);
    }

    private void trace(boolean on) {
        traceOnly(on ? port() : null);
        tick();
        update();
    }

    /** Traces one guest, or none. */
    private void traceOnly(DebugPort port) {
        if (traced != null && traced != port) {
            traced.traceAssist(false);
        }
        if (port != null && traced != port) {
            port.traceAssist(true);
        }
        traced = port;
    }

    @Override
    protected boolean isLive() {
        return trace.isChecked();
    }

    @Override
    protected void selected(Guest guest) {
        if (trace != null) {
            traceOnly(trace.isChecked() && guest != null ? guest.port() : null);
        }
    }

    @Override
    protected List<Column> columns() {
        return List.of(Column.code("Guest at", 130), Column.code("Instruction", 160), Column.words("Why", 250),
                Column.words("The monitor", 190), Column.code("Cost", 70), Column.code("In", 150), Column.code("At instruction", 110));
    }

    @Override
    protected CompletableFuture<List<Row>> rows(Guest guest) {
        String wanted = filter.getText();
        CompletableFuture<AssistView> view = guest.port().assistTrace(DebugPreferences.number(DebugPreferences.TRACE_ROWS));
        return view.thenCombine(mode(guest), (found, mode) -> found.domain()
                ? MonitorModel.rows(found, mode, wanted, guest.names()) : List.of());
    }

    private static CompletableFuture<String> mode(Guest guest) {
        Optional<MonitorMode> mode = MonitorMode.of(guest.session().symbols());
        if (mode.isEmpty()) {
            return CompletableFuture.completedFuture("");
        }
        return guest.port().readMemory(AddressSpace.PHYSICAL, mode.get().address(), MODE_BYTES)
                .thenApply(memory -> mode.get().words(memory.data()[0] & 0xFF));
    }

    @Override
    protected void rowsShown(List<Row> rows) {
        note(!rows.isEmpty() ? "" : "This guest has real mode of its own. For a domain choose assisted real mode in the Machine tab of"
                + " its launch configuration.");
    }

    @Override
    protected String exportName() {
        return "vm86-monitor";
    }

    @Override
    public void dispose() {
        traceOnly(null);
        super.dispose();
    }
}
