package org.domainfirmware.firmware.ui.editor;

import java.util.List;
import java.util.Locale;

import org.domainfirmware.firmware.core.source.Declaration;
import org.domainfirmware.firmware.ui.FirmwareUi;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The declarations of the source in the editor, in their order. */
final class SourceOutline extends ContentOutlinePage {
    private final SourceEditor editor;

    SourceOutline(SourceEditor editor) {
        this.editor = editor;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer viewer = getTreeViewer();
        viewer.setContentProvider(new Flat());
        viewer.setLabelProvider(new Labels());
        viewer.setInput(editor.declarations());
    }

    /** Shows other declarations; to be called in the UI thread. */
    void show(List<Declaration> declarations) {
        TreeViewer viewer = getTreeViewer();
        if (viewer != null && !viewer.getControl().isDisposed()) {
            viewer.setInput(declarations);
        }
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        if (event.getSelection() instanceof IStructuredSelection s && s.getFirstElement() instanceof Declaration d) {
            editor.selectAndReveal(d.offset(), d.name().length());
        }
    }

    private static final class Flat extends ArrayContentProvider implements ITreeContentProvider {
        @Override
        public Object[] getChildren(Object parent) {
            return new Object[0];
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return false;
        }
    }

    private static final class Labels extends LabelProvider {
        @Override
        public String getText(Object element) {
            Declaration d = (Declaration) element;
            return d.defines() ? d.name() : d.name() + " (declared)";
        }

        @Override
        public Image getImage(Object element) {
            String icon = switch (((Declaration) element).kind()) {
                case INTERRUPT_HANDLER -> "interrupt";
                case CONSTANT -> "macro";
                default -> ((Declaration) element).kind().name().toLowerCase(Locale.ROOT);
            };
            return FirmwareUi.get().getImageRegistry().get(icon);
        }
    }
}
