package org.domainfirmware.debug.ui.vga;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.ui.model.PlaneModel;
import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.MemoryBlock;
import org.domainfirmware.emulator.device.vga.DisplayMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The four planes as pictures, with what changed in colour, and the bytes of a part of them. */
final class PlanesPage extends VgaPage {
    static final String OFFSET_ID = "vgaDisplay.planes.offset";
    /** A plane of the VGA; what DISPI adds is looked at in stretches of this size. */
    private static final int STRETCH = 0x10000;
    private static final int ALL_OFFSETS = STRETCH * 64;
    /** Offsets whose bytes are shown. */
    private static final int WINDOW = 0x400;
    private static final int USUAL_PITCH = 80;
    private static final int MOST_LINES = 480;
    private static final int GAP = 4;
    private static final PaletteData RGB = new PaletteData(0xFF0000, 0xFF00, 0xFF);
    private static final int BETWEEN = 0x404060;

    private final Baseline<MemoryBlock> baseline = new Baseline<>();
    private Text offset;
    private int typed = -1;
    private volatile int shown;
    private volatile DisplayMode mode;

    PlanesPage() {
        super("Planes", PlaneModel.COLUMNS, -55);
    }

    @Override
    void createHeader(Composite header) {
        new Label(header, SWT.NONE).setText("Offset:");
        offset = new Text(header, SWT.BORDER);
        offset.setMessage("start of the screen");
        offset.setToolTipText("Hexadecimal offset in each plane, Enter; empty: what is shown first");
        offset.setData(VgaDisplayView.WIDGET_ID, OFFSET_ID);
        GridData data = new GridData();
        data.widthHint = 150;
        offset.setLayoutData(data);
        offset.addListener(SWT.DefaultSelection, e -> parse());
        button(header, "\u25C0", "Earlier offsets", -WINDOW);
        button(header, "\u25B6", "Later offsets", WINDOW);
    }

    private void button(Composite header, String text, String tip, int by) {
        Button button = new Button(header, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(tip);
        button.addListener(SWT.Selection, e -> go(shown + by));
    }

    private void parse() {
        String text = offset.getText().strip().replaceAll("(?i)h$|^0x", "");
        if (text.isEmpty()) {
            typed = -1;
            again();
            return;
        }
        try {
            go(Integer.parseInt(text, 16));
        } catch (NumberFormatException e) {
            offset.setText("");
            offset.setMessage("'" + text + "' is not hexadecimal");
        }
    }

    private void go(int to) {
        typed = Math.max(0, Math.min(to, ALL_OFFSETS - WINDOW)) & -PlaneModel.PER_ROW;
        offset.setText(String.format("%X", typed));
        again();
    }

    @Override
    CompletableFuture<Contents> ask(DebugPort port, Moment moment) {
        int wanted = typed;
        return port.video().thenCompose(v -> {
            int from = (wanted >= 0 ? wanted : v.mode().start()) & -PlaneModel.PER_ROW;
            // A stretch that ends in front of what is wanted would show half of it.
            int base = Math.min(from / STRETCH * STRETCH, ALL_OFFSETS - STRETCH);
            return port.readMemory(AddressSpace.VGA_MEMORY, base * PlaneModel.PLANES, STRETCH * PlaneModel.PLANES)
                    .thenApplyAsync(block -> contents(v.mode(), block, base, from, moment));
        });
    }

    private Contents contents(DisplayMode now, MemoryBlock block, int base, int from, Moment moment) {
        shown = from;
        mode = now;
        MemoryBlock old = baseline.against(moment, block);
        byte[] before = old != null && old.address() == block.address() ? old.data() : null;
        String note = "Offsets " + String.format("%X to %X", base, base + STRETCH - 1) + " of planes 0 to 3; " + now.kind().words();
        return new Contents(PlaneModel.rows(block.data(), base, from, WINDOW), note, picture(now, block.data(), before));
    }

    private static int pitch(DisplayMode mode) {
        return mode.pitch() > 0 ? mode.pitch() : USUAL_PITCH;
    }

    private static int lines(DisplayMode mode) {
        return Math.max(1, Math.min(MOST_LINES, STRETCH / pitch(mode)));
    }

    /** Two planes beside each other, two below. */
    private static Picture picture(DisplayMode mode, byte[] memory, byte[] before) {
        int pitch = pitch(mode);
        int lines = lines(mode);
        int width = PlaneModel.width(mode.kind(), pitch);
        ImageData data = new ImageData(2 * width + GAP, 2 * lines + GAP, 24, RGB);
        int[] line = new int[data.width];
        java.util.Arrays.fill(line, BETWEEN);
        for (int y = 0; y < data.height; y++) {
            data.setPixels(0, y, data.width, line, 0);
        }
        int changed = packed(DebugPreferences.changedColour());
        for (int plane = 0; plane < PlaneModel.PLANES; plane++) {
            byte[] now = PlaneModel.picture(memory, plane, mode.kind(), pitch, lines);
            byte[] old = before == null ? now : PlaneModel.picture(before, plane, mode.kind(), pitch, lines);
            for (int y = 0; y < lines; y++) {
                for (int x = 0; x < width; x++) {
                    int shade = now[y * width + x] & 0xFF;
                    line[x] = now[y * width + x] == old[y * width + x] ? shade * 0x010101 : changed;
                }
                data.setPixels(plane % 2 * (width + GAP), plane / 2 * (lines + GAP) + y, width, line, 0);
            }
        }
        return new Picture(data, List.of());
    }

    private static int packed(org.eclipse.swt.graphics.RGB rgb) {
        return rgb.red << 16 | rgb.green << 8 | rgb.blue;
    }

    /** A click on a plane shows the bytes there. */
    @Override
    void clicked(PictureCanvas on, int x, int y) {
        Point at = on.inPicture(x, y);
        if (at == null || mode == null) {
            return;
        }
        int width = PlaneModel.width(mode.kind(), pitch(mode));
        int column = at.x % (width + GAP);
        int line = at.y % (lines(mode) + GAP);
        if (column < width && line < lines(mode)) {
            int perOffset = width / pitch(mode);
            go(shown / STRETCH * STRETCH + line * pitch(mode) + column / perOffset);
        }
    }

    @Override
    void forget() {
        baseline.forget();
        super.forget();
    }
}
