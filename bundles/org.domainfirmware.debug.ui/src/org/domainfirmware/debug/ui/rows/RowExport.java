package org.domainfirmware.debug.ui.rows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.model.RowText;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Copies rows to the clipboard and saves them to a file. */
public final class RowExport {
    private final Shell shell;
    private final List<String> titles;
    private final String name;
    private final RowTree tree;
    private final Action copySelected;
    private final Action copyAll;
    private final Action save;

    /** @param name of the file that is proposed, without extension */
    public RowExport(Shell shell, List<Column> columns, String name, RowTree tree) {
        this.shell = shell;
        this.titles = columns.stream().map(Column::title).toList();
        this.name = name;
        this.tree = tree;
        copySelected = ViewActions.push("Copy the selected rows", "copy", () -> copy(tree.selectedRows()));
        copyAll = ViewActions.push("Copy all rows", "copy", () -> copy(tree.rows()));
        save = ViewActions.push("Export...", "export", this::export);
        tree.viewer().addSelectionChangedListener(e -> copySelected.setEnabled(!e.getSelection().isEmpty()));
        tree.onChange(this::rowsChanged);
        copySelected.setEnabled(false);
        rowsChanged();
    }

    private void rowsChanged() {
        copyAll.setEnabled(!tree.rows().isEmpty());
        save.setEnabled(!tree.rows().isEmpty());
    }

    /** Adds the entries of the context menu. */
    public void fill(IMenuManager menu) {
        menu.add(new Separator());
        menu.add(copySelected);
        menu.add(copyAll);
        menu.add(save);
    }

    /** Copies what is selected. */
    public Action copySelected() {
        return copySelected;
    }

    /** Copies everything. */
    public Action copyAll() {
        return copyAll;
    }

    /** Asks for a file and writes everything to it. */
    public Action save() {
        return save;
    }

    private void copy(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Clipboard clipboard = new Clipboard(shell.getDisplay());
        clipboard.setContents(new Object[] {RowText.tabbed(titles, rows)}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private void export() {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setFilterNames(new String[] {"Comma-separated values", "Text with tabs"});
        dialog.setFilterExtensions(new String[] {"*.csv", "*.txt"});
        dialog.setFileName(name + ".csv");
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file == null) {
            return;
        }
        try {
            write(Path.of(file));
        } catch (IOException e) {
            MessageDialog.openError(shell, "Export", "Cannot write " + file + ": " + e.getMessage());
        }
    }

    /** Writes all rows to a file: with tabs between when its name ends in .txt, else with commas. */
    public void write(Path file) throws IOException {
        boolean tabs = file.getFileName().toString().endsWith(".txt");
        Files.writeString(file, tabs ? RowText.tabbed(titles, tree.rows()) : RowText.csv(titles, tree.rows()),
                StandardCharsets.UTF_8);
    }
}
