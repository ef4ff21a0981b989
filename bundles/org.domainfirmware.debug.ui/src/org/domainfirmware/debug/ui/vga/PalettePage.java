package org.domainfirmware.debug.ui.vga;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.ui.model.PaletteModel;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.VideoView;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;

/** The adapter's colours: 16 of the attribute controller above the DAC's 256. */
final class PalettePage extends VgaPage {
    /** Pixels of a swatch. */
    static final int SWATCH = 16;
    private static final int ACROSS = 16;
    private static final int GAP = 8;
    private static final PaletteData RGB = new PaletteData(0xFF0000, 0xFF00, 0xFF);
    private static final int BETWEEN = 0x808080;

    PalettePage() {
        super("Palette", PaletteModel.COLUMNS, 38);
        open(2);
    }

    @Override
    CompletableFuture<Contents> ask(DebugPort port, Moment moment) {
        return port.video().thenApplyAsync(v -> {
            List<Row> rows = PaletteModel.rows(v);
            return new Contents(rows, PaletteModel.use(v), picture(v, rows));
        });
    }

    private static Picture picture(VideoView video, List<Row> rows) {
        ImageData data = new ImageData(ACROSS * SWATCH, SWATCH + GAP + ACROSS * SWATCH, 24, RGB);
        fill(data, new Rectangle(0, 0, data.width, data.height), BETWEEN);
        List<Picture.Cell> cells = new ArrayList<>();
        for (int i = 0; i < video.attributes().size(); i++) {
            Rectangle area = new Rectangle(i * SWATCH, 0, SWATCH, SWATCH);
            fill(data, area, video.dac().get(video.attributes().get(i) & 0xFF));
            cells.add(cell(area, rows, PaletteModel.ATTRIBUTES, i));
        }
        for (int i = 0; i < video.dac().size(); i++) {
            Rectangle area = new Rectangle(i % ACROSS * SWATCH, SWATCH + GAP + i / ACROSS * SWATCH, SWATCH, SWATCH);
            fill(data, area, video.dac().get(i));
            cells.add(cell(area, rows, PaletteModel.DAC, i));
        }
        return new Picture(data, cells);
    }

    private static Picture.Cell cell(Rectangle area, List<Row> rows, int heading, int index) {
        Row parent = rows.get(heading);
        return new Picture.Cell(area, List.of(parent.key(), parent.children().get(index).key()), new int[] {heading, index});
    }

    private static void fill(ImageData data, Rectangle area, int rgb) {
        int[] line = new int[area.width];
        java.util.Arrays.fill(line, rgb);
        for (int y = 0; y < area.height; y++) {
            data.setPixels(area.x, area.y + y, area.width, line, 0);
        }
    }
}
