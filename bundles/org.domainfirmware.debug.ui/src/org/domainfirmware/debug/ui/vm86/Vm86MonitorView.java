package org.domainfirmware.debug.ui.vm86;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.core.guest.MonitorMode;
import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.domainfirmware.debug.ui.rows.TraceView;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.AssistView;
import org.domainfirmware.emulator.debug.DebugPort;

/**
 * The monitor of a domain: every trap into it, sums by kind, the state of its mode machine. It traces from its opening on until
 * it is closed or the trace is switched off; then the guest pays nothing for it.
 */
public final class Vm86MonitorView extends TraceView {
    public static final String ID = "org.domainfirmware.debug.ui.views.vm86Monitor";
    private static final int MODE_BYTES = 4;

    public Vm86MonitorView() {
        super("vm86Monitor", "filter: lgdt, #GP, IRQ, F000:, protected mode ...", "Trace the monitor", true);
    }

    @Override
    protected void trace(DebugPort port, boolean on) {
        port.traceAssist(on);
    }

    @Override
    protected List<Column> columns() {
        return List.of(Column.code("Guest at", 130), Column.code("Instruction", 160), Column.words("Why", 250),
                Column.words("The monitor", 190), Column.code("Cost", 70), Column.code("In", 150), Column.code("At instruction", 110));
    }

    @Override
    protected CompletableFuture<List<Row>> rows(Guest guest) {
        String wanted = wanted();
        CompletableFuture<AssistView> view = guest.port().assistTrace(DebugPreferences.number(DebugPreferences.TRACE_ROWS));
        return view.thenCombineAsync(mode(guest), (found, mode) -> found.domain()
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
        super.rowsShown(rows);
        note(!rows.isEmpty() ? "" : "This guest has real mode of its own. For a domain choose assisted real mode in the Machine tab of"
                + " its launch configuration.");
    }

    @Override
    protected String exportName() {
        return "vm86-monitor";
    }
}
