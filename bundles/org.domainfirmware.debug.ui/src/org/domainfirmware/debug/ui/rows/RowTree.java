package org.domainfirmware.debug.ui.rows;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.debug.ui.model.Column;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.model.RowChanges;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/** Rows in a tree with columns; selection, expansion and scrolling stay when new rows come. */
public final class RowTree {
    private static final int UPPER_ROWS = 4;
    /** GTK lays rows out when it has nothing else to do, milliseconds. */
    private static final int LAID_OUT = 40;

    private final TreeViewer viewer;
    private final RowChanges changes = new RowChanges();
    private final MenuManager menu = new MenuManager();
    private List<Row> rows = List.of();
    /** To be at the upper edge as soon as the rows have heights; null when nothing is to move. */
    private TreeItem top;
    private final Runnable laidOut = () -> {
        scrollToTop();
        top = null;
    };
    private Runnable changed = () -> { };

    /** A tree with these columns. */
    public RowTree(Composite parent, List<Column> columns) {
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
        RowColours.onChange(tree, viewer::refresh);
        int least = columns.get(columns.size() - 1).width();
        tree.addListener(SWT.Resize, e -> fill(tree, least));
    }

    /** The last column, of words, takes the room there is. */
    private static void fill(Tree tree, int least) {
        TreeColumn[] all = tree.getColumns();
        int left = tree.getClientArea().width;
        for (int i = 0; i < all.length - 1; i++) {
            left -= all[i].getWidth();
        }
        all[all.length - 1].setWidth(Math.max(least, left));
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

    /** Selects a top row, or one below a top row when there are two numbers. */
    public void select(int... place) {
        RowContent content = (RowContent) viewer.getContentProvider();
        Object[] level = content.getElements(null);
        Object found = null;
        for (int index : place) {
            if (index < 0 || index >= level.length) {
                return;
            }
            found = level[index];
            level = content.getChildren(found);
        }
        if (found != null) {
            viewer.setSelection(new StructuredSelection(found), true);
        }
    }

    void selectAll() {
        viewer.getTree().selectAll();
    }

    /** Shows rows of a stop, whose differences from the stop before are highlighted. */
    public void showStop(long number, List<Row> newRows) {
        changes.stop(number, newRows);
        show(newRows);
    }

    /** Shows rows of a guest that runs; what differs from its last stop is highlighted. */
    public void showRunning(List<Row> newRows) {
        changes.running(newRows);
        show(newRows);
    }

    /** Whether a cell is highlighted; {@code path} are the keys from the root to its row. */
    public boolean isChanged(List<String> path, int column) {
        return changes.changed(path, column);
    }

    /** Shows rows without looking for changes. */
    public void show(List<Row> newRows) {
        rows = newRows;
        Tree tree = viewer.getTree();
        List<Object> upper = upperRows(tree);
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
        keepTop(tree, upper);
        changed.run();
    }

    /** Calls back whenever there are other rows. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Brings a top row into view with some rows before and behind it; nothing moves when they can be seen. */
    public void reveal(int index, int around) {
        Tree tree = viewer.getTree();
        TreeItem now = tree.getTopItem();
        if (index < 0 || index >= tree.getItemCount() || now == null || now.getParentItem() != null) {
            return;
        }
        int first = tree.indexOf(now);
        int last = first + tree.getClientArea().height / Math.max(1, tree.getItemHeight()) - 2;
        if (index - around < first || index + around > last) {
            scrollTo(tree.getItem(Math.max(0, index - around)));
        }
    }

    /** The first rows that can be seen: one of them may be gone when new rows come. */
    private static List<Object> upperRows(Tree tree) {
        TreeItem top = tree.getTopItem();
        if (top == null || top.getParentItem() != null) {
            return List.of();
        }
        List<Object> rows = new ArrayList<>();
        int first = tree.indexOf(top);
        for (int i = first; i < Math.min(first + UPPER_ROWS, tree.getItemCount()); i++) {
            rows.add(tree.getItem(i).getData());
        }
        return rows;
    }

    /** Rows that came above must not push away what a person reads. */
    private void keepTop(Tree tree, List<Object> upper) {
        TreeItem now = tree.getTopItem();
        if (upper.isEmpty() || now == null || upper.get(0).equals(now.getData())) {
            return;
        }
        for (Object row : upper) {
            for (TreeItem item : tree.getItems()) {
                if (row.equals(item.getData())) {
                    scrollTo(item);
                    return;
                }
            }
        }
    }

    private void scrollTo(TreeItem item) {
        Tree tree = viewer.getTree();
        top = item;
        tree.setTopItem(item);
        // GTK does not know the heights of new rows yet, and goes to the selected row when it does.
        tree.getDisplay().asyncExec(this::scrollToTop);
        tree.getDisplay().timerExec(LAID_OUT, laidOut);
    }

    /** To the row that is wanted at the upper edge; by now that may be another one. */
    private void scrollToTop() {
        if (top != null && !top.isDisposed() && top.getParent().getTopItem() != top) {
            top.getParent().setTopItem(top);
        }
    }

    /** Whether rows are on their way back to where they were: where the tree stands now is not what anybody chose. */
    public boolean isMoving() {
        return top != null;
    }

    /** The row at the upper edge, null when there is none. */
    public Row topRow() {
        TreeItem item = viewer.getTree().getTopItem();
        return item != null && item.getData() instanceof RowContent.Node node ? node.row() : null;
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

    /** Forgets the rows and what changed: another guest. */
    public void forget() {
        changes.forget();
        rows = List.of();
        viewer.setInput(null);
        changed.run();
    }
}
