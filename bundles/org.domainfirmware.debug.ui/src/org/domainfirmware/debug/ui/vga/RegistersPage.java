package org.domainfirmware.debug.ui.vga;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.DeviceModel;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.VideoView;

/** Registers of the display adapter by sub-chip, with their fields. */
final class RegistersPage extends VgaPage {
    RegistersPage() {
        super("Registers", List.of(Column.words("Register", 220), Column.code("Address", 80), Column.code("Value", 75),
                Column.words("Access", 80), Column.words("In words", 250)), 0);
    }

    @Override
    CompletableFuture<Contents> ask(DebugPort port, Moment moment) {
        return port.video().thenApplyAsync(v -> new Contents(DeviceModel.rows(v.chips()), mode(v), null));
    }

    private static String mode(VideoView video) {
        String who = video.mode().dispi() ? "Set by DISPI, " + video.mode().bitsPerPixel() + " bits a pixel; " : "Set by the VGA; ";
        return who + video.mode().kind().words() + ".";
    }
}
