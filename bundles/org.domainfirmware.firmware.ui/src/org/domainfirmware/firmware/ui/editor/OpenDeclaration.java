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
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

/** F3: goes to where the name under the caret is declared, in C or assembly; in an #include line to the header. */
public final class OpenDeclaration extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.getActiveEditorChecked(event) instanceof SourceEditor editor && editor.file() != null) {
            IDocument document = editor.viewer().getDocument();
            String line = line(document, editor.caret());
            String word = Words.text(document, editor.caret());
            IFile file = editor.file();
            // The first search in a project reads all its sources.
            Job.create("Find the declaration", monitor -> {
                Optional<IFile> header = header(line, file);
                List<SourceIndex.Found> found = header.isPresent() ? List.of()
                        : FirmwareCore.get().sources().find(file.getProject(), word, file);
                PlatformUI.getWorkbench().getDisplay().asyncExec(() -> open(editor, header, word, found));
            }).schedule();
        }
        return null;
    }

    private static void open(SourceEditor from, Optional<IFile> header, String word, List<SourceIndex.Found> found) {
        IWorkbenchPage page = from.getSite().getPage();
        if (page == null || from.viewer() == null) {
            return; // The editor was closed meanwhile.
        }
        if (header.isPresent()) {
            Places.open(page, header.get(), 0);
        } else if (found.isEmpty()) {
            from.getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(
                    word.isEmpty() ? "There is no name under the caret" : "No declaration of " + word + " in this project");
        } else {
            Places.open(page, found.get(0).file(), found.get(0).declaration().line());
        }
    }

    private static String line(IDocument document, int caret) {
        try {
            IRegion region = document.getLineInformationOfOffset(caret);
            return document.get(region.getOffset(), region.getLength()).strip();
        } catch (BadLocationException e) {
            return "";
        }
    }

    private static Optional<IFile> header(String line, IFile from) {
        if (!line.matches("[#%.]?\\s*include\\s+[\"<'].+[\">'].*")) {
            return Optional.empty();
        }
        String name = line.replaceFirst(".*?[\"<']", "").replaceFirst("[\">'].*", "");
        IFile beside = from.getParent().getFile(IPath.fromPortableString(name));
        return beside.exists() ? Optional.of(beside) : FirmwareProject.of(from.getProject()).sourceFor(name);
    }
}
