package org.domainfirmware.debug.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.model.BiosDataModel;
import org.domainfirmware.debug.ui.model.CmosModel;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.DeviceModel;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.rows.RowsView;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.DebugPort;

/** Registers of every device, and the firmware's own data: BIOS data areas and CMOS. */
public final class DevicesView extends RowsView {
    public static final String ID = "org.domainfirmware.debug.ui.views.devices";
    private static final int EBDA_POINTER = 0x0E;

    @Override
    protected List<Column> columns() {
        return List.of(Column.words("Name", 210), Column.code("Address", 90), Column.code("Value", 110),
                Column.words("Access", 80), Column.words("In words", 220));
    }

    @Override
    protected CompletableFuture<List<Row>> rows(Guest guest) {
        DebugPort port = guest.port();
        CompletableFuture<List<Row>> devices = port.devices().thenApplyAsync(DeviceModel::rows);
        CompletableFuture<byte[]> bda = port.readMemory(AddressSpace.PHYSICAL, BiosDataModel.BDA, BiosDataModel.BDA_SIZE)
                .thenApply(b -> b.data());
        CompletableFuture<byte[]> cmos = port.readMemory(AddressSpace.CMOS, 0, CmosModel.SIZE).thenApply(b -> b.data());
        CompletableFuture<byte[]> ebda = bda.thenCompose(b -> port.readMemory(AddressSpace.PHYSICAL,
                ebdaAddress(b), BiosDataModel.EBDA_SIZE).thenApply(e -> e.data()));
        return CompletableFuture.allOf(devices, cmos, ebda).thenApplyAsync(all -> {
            List<Row> rows = new ArrayList<>();
            rows.add(BiosDataModel.bda(bda.join()));
            rows.add(BiosDataModel.ebda(ebdaAddress(bda.join()), ebda.join()));
            rows.add(CmosModel.row(cmos.join()));
            rows.addAll(devices.join());
            return rows;
        });
    }

    private static int ebdaAddress(byte[] bda) {
        return ((bda[EBDA_POINTER] & 0xFF) | (bda[EBDA_POINTER + 1] & 0xFF) << 8) << 4;
    }

    @Override
    protected boolean isLive() {
        return true;
    }

    @Override
    protected String exportName() {
        return "devices";
    }
}
