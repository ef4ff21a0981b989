package org.domainfirmware.debug.ui.vga;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.ui.model.FontModel;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.VideoView;
import org.domainfirmware.emulator.device.vga.CharacterMaps;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The 256 characters of a font in plane 2. */
final class FontPage extends VgaPage {
    /** Pixels from one character to the next: eight dots and a line between. */
    static final int CELL = 9;
    private static final int ACROSS = 32;
    private static final int DOTS = 8;
    private static final int PLANE_2 = 2 << 16;
    private static final PaletteData COLOURS = new PaletteData(new RGB(0, 0, 0), new RGB(255, 255, 255), new RGB(64, 64, 96));
    private static final int LINE = 2;

    private int chosen;

    FontPage() {
        super("Font", FontModel.COLUMNS, -70);
    }

    @Override
    void createHeader(Composite header) {
        new Label(header, SWT.NONE).setText("Map:");
        Combo map = new Combo(header, SWT.READ_ONLY);
        map.add("as shown");
        for (int i = 0; i < CharacterMaps.COUNT; i++) {
            map.add(String.format("%d at %04Xh", i, CharacterMaps.offset(i)));
        }
        map.select(0);
        map.addListener(SWT.Selection, e -> {
            chosen = map.getSelectionIndex();
            again();
        });
    }

    @Override
    CompletableFuture<Contents> ask(DebugPort port, Moment moment) {
        int map = chosen;
        return port.video().thenCompose(v -> {
            int offset = map == 0 ? v.characterMaps().offsetB() : CharacterMaps.offset(map - 1);
            return port.readMemory(AddressSpace.VGA_PLANE, PLANE_2 + offset, CharacterMaps.SIZE)
                    .thenApplyAsync(block -> contents(v, block.data(), offset));
        });
    }

    private static Contents contents(VideoView video, byte[] map, int offset) {
        int lines = video.characterMaps().rows();
        List<Row> rows = FontModel.rows(map, offset, lines);
        return new Contents(rows, FontModel.use(video), picture(map, lines, rows));
    }

    private static Picture picture(byte[] map, int lines, List<Row> rows) {
        int height = lines + 1;
        ImageData data = new ImageData(ACROSS * CELL + 1, rows.size() / ACROSS * height + 1, 8, COLOURS);
        java.util.Arrays.fill(data.data, (byte) LINE);
        List<Picture.Cell> cells = new ArrayList<>();
        for (int c = 0; c < rows.size(); c++) {
            int left = c % ACROSS * CELL + 1;
            int top = c / ACROSS * height + 1;
            for (int line = 0; line < lines; line++) {
                int bits = map[c * CharacterMaps.CHARACTER + line];
                for (int dot = 0; dot < DOTS; dot++) {
                    data.setPixel(left + dot, top + line, bits >> DOTS - 1 - dot & 1);
                }
            }
            cells.add(new Picture.Cell(new Rectangle(left - 1, top - 1, CELL, height), List.of(rows.get(c).key()), new int[] {c}));
        }
        return new Picture(data, cells);
    }
}
