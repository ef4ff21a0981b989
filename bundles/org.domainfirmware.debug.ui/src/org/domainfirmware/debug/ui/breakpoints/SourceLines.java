package org.domainfirmware.debug.ui.breakpoints;

import java.util.List;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** The source line a selection in an editor is on. */
record SourceLines(IResource file, int line) {
    private static final List<String> EXTENSIONS = List.of("c", "S", "s", "asm", "nasm", "a86", "inc", "h");

    /** True for a text editor on a C or assembly file of the workspace. */
    static boolean isSource(IWorkbenchPart part) {
        return fileOf(part) != null;
    }

    private static IResource fileOf(IWorkbenchPart part) {
        if (!(part instanceof ITextEditor editor) || editor.getEditorInput() == null) {
            return null;
        }
        IResource file = ResourceUtil.getFile(editor.getEditorInput());
        return file != null && file.getFileExtension() != null && EXTENSIONS.contains(file.getFileExtension()) ? file : null;
    }

    /** The line, from 1; null when it is on no source. */
    static SourceLines of(IWorkbenchPart part, ISelection selection) {
        IResource file = fileOf(part);
        return file == null || !(selection instanceof ITextSelection text) || text.getStartLine() < 0 ? null
                : new SourceLines(file, text.getStartLine() + 1);
    }
}
