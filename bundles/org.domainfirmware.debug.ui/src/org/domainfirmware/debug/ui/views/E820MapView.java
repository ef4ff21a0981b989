package org.domainfirmware.debug.ui.views;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.ui.guest.Answers;
import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.E820Model;
import org.domainfirmware.debug.ui.model.MemorySizeModel;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.rows.RowsView;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.E820View;
import org.domainfirmware.emulator.debug.MemoryBlock;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** What firmware told the guest about memory, beside what is true. */
public final class E820MapView extends RowsView {
    public static final String ID = "org.domainfirmware.debug.ui.views.e820";
    private static final int CMOS_SIZE = 128;
    private static final int BDA_MEMORY_SIZE = 0x413;

    private MemoryBar bar;
    private boolean opened;

    @Override
    protected Control createHeader(Composite parent) {
        bar = new MemoryBar(parent);
        return bar;
    }

    @Override
    protected List<Column> columns() {
        return List.of(Column.words("Entry", 190), Column.code("First", 138), Column.code("Last", 138),
                Column.words("Size", 72), Column.words("Type", 72), Column.words("Remark", 200));
    }

    @Override
    protected CompletableFuture<List<Row>> rows(Guest guest) {
        CompletableFuture<E820View> map = guest.port().e820();
        CompletableFuture<MemoryBlock> cmos = guest.port().readMemory(AddressSpace.CMOS, 0, CMOS_SIZE);
        CompletableFuture<MemoryBlock> base = guest.port().readMemory(AddressSpace.PHYSICAL, BDA_MEMORY_SIZE, 2);
        Answers.show(bar, map, bar::show, why -> bar.show(null));
        return map.thenCombine(cmos, Said::new).thenCombineAsync(base, (said, bda) ->
                MemorySizeModel.append(E820Model.rows(said.map()), said.map(), said.cmos().data(), bda.data()));
    }

    private record Said(E820View map, MemoryBlock cmos) { }

    @Override
    protected void rowsShown(List<Row> rows) {
        if (!opened) {
            opened = true;
            tree().expand(0);
            tree().expand(1);
            tree().expand(rows.size() - 1);
        }
    }

    @Override
    protected void forget() {
        super.forget();
        opened = false;
        bar.show(null);
    }

    @Override
    protected boolean isLive() {
        return true;
    }

    @Override
    protected String exportName() {
        return "e820";
    }
}
