package org.domainfirmware.firmware.ui.editor;

import java.util.List;
import java.util.Optional;

import org.domainfirmware.firmware.core.FirmwareCore;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.source.SourceIndex;
import org.domainfirmware.firmware.ui.Places;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;

/** F3: goes to where the name under the caret is declared, in C or assembly; in an #include line to the header. */
public final class OpenDeclaration extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.getActiveEditorChecked(event) instanceof SourceEditor editor && editor.file() != null) {
            IWorkbenchPage page = editor.getSite().getPage();
            IDocument document = editor.viewer().getDocument();
            Optional<IFile> header = header(document, editor.caret(), editor.file());
            if (header.isPresent()) {
                Places.open(page, header.get(), 0);
                return null;
            }
            String word = Words.text(document, editor.caret());
            List<SourceIndex.Found> found = FirmwareCore.get().sources().find(editor.file().getProject(), word, editor.file());
            if (found.isEmpty()) {
                editor.getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(
                        word.isEmpty() ? "There is no name under the caret" : "No declaration of " + word + " in this project");
            } else {
                Places.open(page, found.get(0).file(), found.get(0).declaration().line());
            }
        }
        return null;
    }

    private static Optional<IFile> header(IDocument document, int caret, IFile from) {
        try {
            var region = document.getLineInformationOfOffset(caret);
            String line = document.get(region.getOffset(), region.getLength()).strip();
            if (!line.matches("[#%.]?\\s*include\\s+[\"<'].+[\">'].*")) {
                return Optional.empty();
            }
            String name = line.replaceFirst(".*?[\"<']", "").replaceFirst("[\">'].*", "");
            IFile beside = from.getParent().getFile(IPath.fromPortableString(name));
            return beside.exists() ? Optional.of(beside) : FirmwareProject.of(from.getProject()).sourceFor(name);
        } catch (BadLocationException e) {
            return Optional.empty();
        }
    }
}
