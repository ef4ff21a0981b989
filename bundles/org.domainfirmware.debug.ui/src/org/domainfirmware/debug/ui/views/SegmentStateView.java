package org.domainfirmware.debug.ui.views;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.model.SegmentModel;
import org.domainfirmware.debug.ui.rows.RowsView;

/** Segment registers with their hidden parts, the mode, and whether a VM entry would accept the state. */
public final class SegmentStateView extends RowsView {
    public static final String ID = "org.domainfirmware.debug.ui.views.segmentState";

    @Override
    protected List<Column> columns() {
        return List.of(Column.words("Register", 110), Column.code("Selector", 70), Column.code("Base", 80),
                Column.code("Limit", 80), Column.words("In words", 300));
    }

    @Override
    protected CompletableFuture<List<Row>> rows(Guest guest) {
        return guest.port().registers().thenCombineAsync(guest.port().entryChecks(),
                (registers, checks) -> SegmentModel.rows(registers, checks, guest.names()));
    }

    @Override
    protected String exportName() {
        return "segment-state";
    }
}
