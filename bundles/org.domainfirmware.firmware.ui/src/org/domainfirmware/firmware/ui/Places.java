package org.domainfirmware.firmware.ui;

import java.util.Arrays;

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
     * Opens a file in its editor and selects a line. The editor is made now; it becomes active, with the line, in the next turn of the
     * UI thread: both at once keep the workbench from answering for a tenth of a second.
     *
     * @param line from 1; 0 for the file as it opens
     */
    public static void open(IWorkbenchPage page, IFile file, int line) {
        try {
            IEditorPart editor = IDE.openEditor(page, file, false);
            page.getWorkbenchWindow().getShell().getDisplay().asyncExec(() -> activate(page, editor, line));
        } catch (PartInitException e) {
            ILog.of(FirmwareUi.class).error(file.getFullPath() + " cannot be opened", e);
        }
    }

    private static void activate(IWorkbenchPage page, IEditorPart editor, int line) {
        if (!Arrays.asList(page.getEditorReferences()).contains(page.getReference(editor))) {
            return; // Closed meanwhile.
        }
        page.activate(editor);
        ITextEditor text = editor.getAdapter(ITextEditor.class);
        if (text == null || line == 0) {
            return;
        }
        IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
        try {
            IRegion region = document.getLineInformation(Math.min(line, document.getNumberOfLines()) - 1);
            text.selectAndReveal(region.getOffset(), region.getLength());
        } catch (BadLocationException e) {
            ILog.of(FirmwareUi.class).error("Line " + line + " of " + editor.getTitle() + " cannot be shown", e);
        }
    }
}
