package org.domainfirmware.firmware.ui.editor;

import java.util.List;

import org.domainfirmware.firmware.core.source.Declaration;
import org.domainfirmware.firmware.core.source.SourceIndex;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;

/** Reads the declarations anew, in the background, when typing pauses. */
final class OutlineStrategy implements IReconcilingStrategy, IReconcilingStrategyExtension {
    private final SourceEditor editor;
    private IDocument document;

    OutlineStrategy(SourceEditor editor) {
        this.editor = editor;
    }

    @Override
    public void setDocument(IDocument value) {
        document = value;
    }

    @Override
    public void setProgressMonitor(IProgressMonitor monitor) {
        // A reading takes a fraction of a second and cannot be cancelled.
    }

    @Override
    public void initialReconcile() {
        read();
    }

    @Override
    public void reconcile(DirtyRegion region, IRegion subRegion) {
        read();
    }

    @Override
    public void reconcile(IRegion partition) {
        read();
    }

    private void read() {
        List<Declaration> declarations = SourceIndex.declarations(editor.getEditorInput().getName(), document.get());
        editor.declarationsRead(declarations);
    }
}
