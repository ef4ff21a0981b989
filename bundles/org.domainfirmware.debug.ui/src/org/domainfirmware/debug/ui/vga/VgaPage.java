package org.domainfirmware.debug.ui.vga;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.ui.guest.Answers;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.rows.RowExport;
import org.domainfirmware.debug.ui.rows.RowTree;
import org.domainfirmware.debug.ui.rows.ViewActions;
import org.domainfirmware.emulator.debug.DebugPort;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;

/** A page behind the guest's screen: rows of what the display adapter holds and, where it helps, a picture of them. */
public abstract class VgaPage {
    /**
     * What a page shows.
     *
     * @param note a sentence above
     * @param picture null for none
     */
    record Contents(List<Row> rows, String note, Picture picture) { }

    private final String title;
    private final List<Column> columns;
    private final int pictureShare;
    private Composite all;
    private Label note;
    private PictureCanvas canvas;
    private RowTree tree;
    private RowExport export;
    private Runnable askAgain = () -> { };
    private long asked;
    private int opened;

    /** How many of the first rows are open at first. */
    final void open(int rows) {
        opened = rows;
    }

    /** @param pictureShare hundredths of the page that the picture has, 0 for none; negative: above the rows, not beside them */
    VgaPage(String title, List<Column> columns, int pictureShare) {
        this.title = title;
        this.columns = columns;
        this.pictureShare = pictureShare;
    }

    final String title() {
        return title;
    }

    /** Asks the guest. Called in the UI thread; the answer is made elsewhere. */
    abstract CompletableFuture<Contents> ask(DebugPort port, Moment moment);

    /** Controls above; none unless a page has some. */
    void createHeader(Composite header) {
        // Most pages have nothing to choose.
    }

    /** A click on the picture beside its cells. */
    void clicked(PictureCanvas on, int x, int y) {
        // Most pictures have nothing beside their cells.
    }

    final Control create(Composite parent, Runnable again) {
        askAgain = again;
        all = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(all);
        Composite header = new Composite(all, SWT.NONE);
        GridLayout line = new GridLayout(8, false);
        line.marginHeight = 2;
        header.setLayout(line);
        header.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        createHeader(header);
        note = new Label(header, SWT.WRAP);
        note.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        createRows();
        return all;
    }

    private void createRows() {
        SashForm sash = new SashForm(all, pictureShare < 0 ? SWT.VERTICAL : SWT.HORIZONTAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        int share = Math.abs(pictureShare);
        if (share > 0) {
            canvas = new PictureCanvas(sash);
            canvas.onCell(cell -> tree.select(cell.place()), this::words);
            canvas.addListener(SWT.MouseDown, e -> clicked(canvas, e.x, e.y));
        }
        tree = new RowTree(sash, columns);
        if (share > 0) {
            sash.setWeights(share, 100 - share);
        }
        export = new RowExport(all.getShell(), columns, "vga-" + title.toLowerCase(java.util.Locale.ROOT), tree);
        export.fill(tree.menu());
    }

    private String words(Picture.Cell cell) {
        List<Row> level = tree.rows();
        Row found = null;
        for (int index : cell.place()) {
            if (index >= level.size()) {
                return null;
            }
            found = level.get(index);
            level = found.children();
        }
        return found == null ? null : String.join("  ", found.cells());
    }

    /** Asks the guest anew because another part of it is wanted. */
    final void again() {
        askAgain.run();
    }

    final void refresh(DebugPort port, Moment moment) {
        long question = ++asked;
        Answers.show(all, ask(port, moment), contents -> {
            if (question == asked) {
                show(contents, moment);
            }
        }, why -> {
            if (question == asked) {
                note.setText(why);
            }
        });
    }

    private void show(Contents contents, Moment moment) {
        boolean first = tree.rows().isEmpty();
        if (moment.running()) {
            tree.showRunning(contents.rows());
        } else {
            tree.showStop(moment.stop(), contents.rows());
        }
        for (int i = 0; first && i < opened; i++) {
            tree.expand(i);
        }
        if (!contents.note().equals(note.getText())) {
            note.setText(contents.note());
            all.layout(true, true);
        }
        if (canvas != null) {
            canvas.show(contents.picture(), cell -> {
                for (int column = 0; column < columns.size(); column++) {
                    if (tree.isChanged(cell.path(), column)) {
                        return true;
                    }
                }
                return false;
            });
        }
    }

    void forget() {
        asked++;
        tree.forget();
        note.setText("");
        if (canvas != null) {
            canvas.show(null, cell -> false);
        }
    }

    final void contribute(IToolBarManager bar) {
        bar.add(ViewActions.push("Ask the guest again", "refresh", this::again));
        bar.add(export.copyAll());
        if (canvas != null) {
            bar.add(ViewActions.push("Save the picture as PNG...", "screenshot", this::savePicture));
        }
        bar.add(export.save());
    }

    private void savePicture() {
        if (canvas.picture() == null) {
            return;
        }
        FileDialog dialog = new FileDialog(all.getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*.png"});
        dialog.setFileName("vga-" + title.toLowerCase(java.util.Locale.ROOT) + ".png");
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file == null) {
            return;
        }
        try {
            writePicture(Path.of(file));
        } catch (IOException e) {
            MessageDialog.openError(all.getShell(), "Save picture", e.getMessage());
        }
    }

    /** Writes the picture that is shown as PNG. */
    public final void writePicture(Path file) throws IOException {
        Png.write(canvas.picture().data(), file);
    }

    /** The rows that are shown; in the UI thread. */
    public final List<Row> shownRows() {
        return tree.rows();
    }

    /** The sentence above; in the UI thread. */
    public final String note() {
        return note.getText();
    }

    /** Copies and saves the rows. */
    public final RowExport export() {
        return export;
    }

    /** Whether a cell is highlighted as changed; {@code path} are the keys from the root to its row. In the UI thread. */
    public final boolean isChanged(List<String> path, int column) {
        return tree.isChanged(path, column);
    }

    /** How many parts of the picture are framed because they changed; in the UI thread. */
    public final int markedCells() {
        return canvas == null ? 0 : canvas.marked().size();
    }

    /** A pixel of the picture, 0xRRGGBB, or -1 when there is none; in the UI thread. */
    public final int pixel(int x, int y) {
        Picture shown = canvas == null ? null : canvas.picture();
        if (shown == null || x >= shown.data().width || y >= shown.data().height) {
            return -1;
        }
        org.eclipse.swt.graphics.RGB rgb = shown.data().palette.getRGB(shown.data().getPixel(x, y));
        return rgb.red << 16 | rgb.green << 8 | rgb.blue;
    }

    final void setFocus() {
        tree.control().setFocus();
    }
}
