package org.domainfirmware.firmware.ui;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** Goes to places in source files. To be called in the UI thread. */
public final class Places {
    private Places() {
    }

    /**
     * Opens a file in its editor and selects a line.
     *
     * @param line from 1; 0 for the file as it opens
     */
    public static void open(IWorkbenchPage page, IFile file, int line) {
        try {
            IEditorPart editor = IDE.openEditor(page, file, true);
            ITextEditor text = editor.getAdapter(ITextEditor.class);
            if (text != null && line > 0) {
                IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
                IRegion region = document.getLineInformation(Math.min(line, document.getNumberOfLines()) - 1);
                text.selectAndReveal(region.getOffset(), region.getLength());
            }
        } catch (PartInitException | BadLocationException e) {
            ILog.of(FirmwareUi.class).error(file.getFullPath() + " cannot be opened", e);
        }
    }
}
