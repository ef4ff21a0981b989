package org.domainfirmware.debug.ui.rows;

import java.util.List;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.model.RowChanges;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;

/** Rows in a tree with columns; selection, expansion and scrolling stay when new rows come. */
public final class RowTree {
    private final TreeViewer viewer;
    private final RowChanges changes = new RowChanges();
    private final MenuManager menu = new MenuManager();
    private List<Row> rows = List.of();

    RowTree(Composite parent, List<Column> columns) {
        Tree tree = new Tree(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer = new TreeViewer(tree);
        tree.setHeaderVisible(true);
        tree.setLinesVisible(false);
        viewer.setUseHashlookup(true);
        viewer.setContentProvider(new RowContent());
        ColumnViewerToolTipSupport.enableFor(viewer);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            TreeViewerColumn shown = new TreeViewerColumn(viewer, SWT.LEFT);
            TreeColumn widget = shown.getColumn();
            widget.setText(column.title());
            widget.setWidth(column.width());
            widget.setMoveable(true);
            shown.setLabelProvider(new RowLabels(i, column.fixed(), changes));
        }
        tree.setMenu(menu.createContextMenu(tree));
    }

    public Control control() {
        return viewer.getControl();
    }

    public TreeViewer viewer() {
        return viewer;
    }

    /** The context menu, to be filled. */
    public MenuManager menu() {
        return menu;
    }

    public List<Row> rows() {
        return rows;
    }

    /** The subjects of the selected rows that have one of the kind. */
    public <T> List<T> selected(Class<T> kind) {
        return selectedRows().stream().map(Row::subject).filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Row> selectedRows() {
        IStructuredSelection selection = viewer.getStructuredSelection();
        return ((List<?>) selection.toList()).stream().map(e -> ((RowContent.Node) e).row()).toList();
    }

    void selectAll() {
        viewer.getTree().selectAll();
    }

    /**
     * Shows rows.
     *
     * @param stop whether they are of a stop, whose differences from the one before are to be highlighted
     */
    void show(List<Row> newRows, boolean stop) {
        if (stop) {
            changes.stop(newRows);
        }
        rows = newRows;
        Tree tree = viewer.getTree();
        tree.setRedraw(false);
        try {
            if (viewer.getInput() == null) {
                viewer.setInput(newRows);
            } else {
                ((RowContent) viewer.getContentProvider()).replace(newRows);
                viewer.refresh();
            }
        } finally {
            tree.setRedraw(true);
        }
    }

    /** Opens a top row. */
    public void expand(int index) {
        RowContent content = (RowContent) viewer.getContentProvider();
        Object[] top = content.getElements(null);
        if (index < top.length) {
            viewer.expandToLevel(top[index], 1);
        }
    }

    /** Brings a top row into view. */
    public void reveal(int index) {
        Object[] top = ((RowContent) viewer.getContentProvider()).getElements(null);
        if (index >= 0 && index < top.length) {
            viewer.reveal(top[index]);
        }
    }

    void forget() {
        changes.forget();
        rows = List.of();
        viewer.setInput(null);
    }
}
