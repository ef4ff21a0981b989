package org.domainfirmware.debug.ui.rows;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.debug.ui.model.Row;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.Viewer;

/** Rows as elements of a tree viewer. Elements are equal by their path, so that expansion and selection outlive new values. */
final class RowContent implements ITreeContentProvider {
    /** A row at its place. */
    record Node(List<String> path, Row row) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Node n && n.path.equals(path);
        }

        @Override
        public int hashCode() {
            return path.hashCode();
        }
    }

    private Object[] top = {};

    @Override
    public void inputChanged(Viewer v, Object oldInput, Object newInput) {
        top = newInput instanceof List<?> list ? nodes(List.of(), list) : new Object[0];
    }

    /** New values for the same input. */
    void replace(List<Row> rows) {
        top = nodes(List.of(), rows);
    }

    private static Object[] nodes(List<String> path, List<?> rows) {
        Object[] nodes = new Object[rows.size()];
        for (int i = 0; i < nodes.length; i++) {
            Row row = (Row) rows.get(i);
            List<String> place = new ArrayList<>(path);
            place.add(row.key());
            nodes[i] = new Node(List.copyOf(place), row);
        }
        return nodes;
    }

    @Override
    public Object[] getElements(Object input) {
        return top;
    }

    @Override
    public Object[] getChildren(Object parent) {
        Node node = (Node) parent;
        return nodes(node.path(), node.row().children());
    }

    @Override
    public Object getParent(Object element) {
        Node node = (Node) element;
        if (node.path().size() == 1) {
            return null;
        }
        List<String> path = node.path().subList(0, node.path().size() - 1);
        Object[] level = top;
        Object found = null;
        for (int depth = 1; depth <= path.size(); depth++) {
            List<String> wanted = path.subList(0, depth);
            found = null;
            for (Object candidate : level) {
                if (((Node) candidate).path().equals(wanted)) {
                    found = candidate;
                }
            }
            if (found == null) {
                return null;
            }
            level = getChildren(found);
        }
        return found;
    }

    @Override
    public boolean hasChildren(Object element) {
        return !((Node) element).row().children().isEmpty();
    }
}
