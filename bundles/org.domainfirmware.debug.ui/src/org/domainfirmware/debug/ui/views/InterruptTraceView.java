package org.domainfirmware.debug.ui.views;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.InterruptModel;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.domainfirmware.debug.ui.rows.TraceView;
import org.domainfirmware.emulator.debug.DebugPort;

/** The tree of INT calls, hardware interrupts and exceptions. Switched off, it costs the guest nothing. */
public final class InterruptTraceView extends TraceView {
    public static final String ID = "org.domainfirmware.debug.ui.views.interruptTrace";

    private volatile long dropped;

    public InterruptTraceView() {
        super("interruptTrace", "filter: INT 13h, disk, drive=80, CF=1, 0:7C00 ...", "Trace interrupts", false);
    }

    @Override
    protected void trace(DebugPort port, boolean on) {
        port.traceInterrupts(on);
    }

    @Override
    protected List<Column> columns() {
        return List.of(Column.code("Call", 160), Column.words("Function", 130), Column.code("In", 300),
                Column.code("Changed", 170), Column.code("Carry", 50), Column.words("Took", 70), Column.code("Caller", 90),
                Column.code("At instruction", 110), Column.code("Registers", 170));
    }

    @Override
    protected CompletableFuture<List<Row>> rows(Guest guest) {
        String wanted = wanted();
        return guest.port().interruptTrace(0, DebugPreferences.number(DebugPreferences.TRACE_ROWS)).thenApplyAsync(found -> {
            dropped = found.dropped();
            return InterruptModel.rows(found.records(), wanted);
        });
    }

    @Override
    protected void rowsShown(List<Row> rows) {
        super.rowsShown(rows);
        if (dropped > 0) {
            note(String.format("%,d older calls are not shown; the limit is in the preferences.", dropped));
        } else if (rows.isEmpty() && !isTracing()) {
            note("Press \"Trace interrupts\" in the tool bar to record calls from now on.");
        }
    }

    @Override
    protected String exportName() {
        return "interrupt-trace";
    }
}
