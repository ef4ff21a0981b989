package org.domainfirmware.firmware.ui.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Ctrl+/: makes the selected lines comments, or code again when all of them are comments. */
public final class ToggleComment extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.getActiveEditorChecked(event) instanceof SourceEditor editor && editor.validateEditorInputState()
                && editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
            boolean commented = commented(editor.viewer().getDocument(), selection, SourceConfiguration.commentPrefix(editor.language()));
            editor.viewer().doOperation(commented ? ITextOperationTarget.STRIP_PREFIX : ITextOperationTarget.PREFIX);
        }
        return null;
    }

    private static boolean commented(IDocument document, ITextSelection selection, String prefix) {
        try {
            for (int line = selection.getStartLine(); line <= selection.getEndLine(); line++) {
                String text = document.get(document.getLineOffset(line), document.getLineLength(line));
                if (!text.isBlank() && !text.stripLeading().startsWith(prefix)) {
                    return false;
                }
            }
            return true;
        } catch (BadLocationException e) {
            ILog.get().warn("The selection is outside the text", e);
            return false;
        }
    }
}
