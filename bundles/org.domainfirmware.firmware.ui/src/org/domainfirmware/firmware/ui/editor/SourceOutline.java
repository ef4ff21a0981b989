package org.domainfirmware.firmware.ui.editor;

import java.util.List;
import java.util.Locale;

import org.domainfirmware.firmware.core.source.Declaration;
import org.domainfirmware.firmware.ui.FirmwareUi;
import org.eclipse.jface.viewers.ILazyTreeContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The declarations of the source in the editor, in their order. Rows are made as they come into view: a source may have thousands. */
final class SourceOutline extends ContentOutlinePage {
    private final SourceEditor editor;
    private List<Row> rows = List.of();

    /** What is shown of a declaration; where it is changes with every line typed before it, and is asked of the editor. */
    private record Row(int index, String name, Declaration.Kind kind, boolean defines) {
    }

    SourceOutline(SourceEditor editor) {
        this.editor = editor;
    }

    @Override
    protected int getTreeStyle() {
        return super.getTreeStyle() | SWT.VIRTUAL;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer viewer = getTreeViewer();
        viewer.setUseHashlookup(true);
        viewer.setContentProvider(new Lazy());
        viewer.setLabelProvider(new Labels());
        viewer.setInput(this);
        rows = List.of();
        show(editor.declarations());
    }

    /** Shows other declarations, when they differ in more than their places; to be called in the UI thread. */
    void show(List<Declaration> declarations) {
        TreeViewer viewer = getTreeViewer();
        if (viewer == null || viewer.getControl().isDisposed() || same(declarations)) {
            return;
        }
        int old = rows.size();
        Row[] now = new Row[declarations.size()];
        for (int i = 0; i < now.length; i++) {
            Declaration d = declarations.get(i);
            now[i] = new Row(i, d.name(), d.kind(), d.defines());
        }
        rows = List.of(now);
        if (old != now.length) {
            viewer.setChildCount(this, now.length);
        }
        viewer.refresh();
    }

    private boolean same(List<Declaration> declarations) {
        boolean same = declarations.size() == rows.size();
        for (int i = 0; same && i < rows.size(); i++) {
            Row row = rows.get(i);
            Declaration d = declarations.get(i);
            same = row.name().equals(d.name()) && row.kind() == d.kind() && row.defines() == d.defines();
        }
        return same;
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        List<Declaration> declarations = editor.declarations();
        if (event.getSelection() instanceof IStructuredSelection s && s.getFirstElement() instanceof Row row && row.index() < declarations.size()) {
            Declaration d = declarations.get(row.index());
            editor.selectAndReveal(d.offset(), d.name().length());
        }
    }

    private final class Lazy implements ILazyTreeContentProvider {
        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public void updateElement(Object parent, int index) {
            if (index < rows.size()) {
                getTreeViewer().replace(parent, index, rows.get(index));
                getTreeViewer().setChildCount(rows.get(index), 0);
            }
        }

        @Override
        public void updateChildCount(Object element, int currentChildCount) {
            int count = element instanceof Row ? 0 : rows.size();
            if (count != currentChildCount) {
                getTreeViewer().setChildCount(element, count);
            }
        }
    }

    private static final class Labels extends LabelProvider {
        @Override
        public String getText(Object element) {
            Row row = (Row) element;
            return row.defines() ? row.name() : row.name() + " (declared)";
        }

        @Override
        public Image getImage(Object element) {
            Declaration.Kind kind = ((Row) element).kind();
            String icon = switch (kind) {
                case INTERRUPT_HANDLER -> "interrupt";
                case CONSTANT -> "macro";
                default -> kind.name().toLowerCase(Locale.ROOT);
            };
            return FirmwareUi.get().getImageRegistry().get(icon);
        }
    }
}
