package org.domainfirmware.debug.ui.views;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.domainfirmware.debug.ui.DebugUi;
import org.domainfirmware.debug.ui.model.SymbolNames;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** Lines of source files that compilers named, from the workspace's projects. May be used in any thread. */
final class SourceTexts {
    private static final long LARGEST = 4L << 20;

    private final Map<String, List<String>> files = new ConcurrentHashMap<>();

    /** The text of a line, "" when the file or the line is not there. */
    String line(SymbolNames.Line line) {
        List<String> lines = files.computeIfAbsent(line.file(), SourceTexts::read);
        return line.line() > 0 && line.line() <= lines.size() ? lines.get(line.line() - 1) : "";
    }

    /** Reads files anew from now on. */
    void forget() {
        files.clear();
    }

    /** The workspace file a compiler named. */
    static Optional<IFile> find(String compiledPath) {
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            if (FirmwareProject.isFirmware(project)) {
                Optional<IFile> file = FirmwareProject.of(project).sourceFor(compiledPath);
                if (file.isPresent()) {
                    return file;
                }
            }
        }
        return Optional.empty();
    }

    /** Opens the line in an editor when its file is in the workspace: now, and active in the next turn of the UI thread, as both together last long. */
    static void open(SymbolNames.Line line, IWorkbenchPage page) {
        Optional<IFile> file = find(line.file());
        if (file.isEmpty()) {
            return;
        }
        try {
            IEditorPart editor = IDE.openEditor(page, file.get(), false);
            page.getWorkbenchWindow().getShell().getDisplay().asyncExec(() -> activate(page, editor, line.line()));
        } catch (PartInitException e) {
            ErrorDialog.openError(page.getWorkbenchWindow().getShell(), "Source", null, e.getStatus());
        }
    }

    private static void activate(IWorkbenchPage page, IEditorPart editor, int line) {
        if (!Arrays.asList(page.getEditorReferences()).contains(page.getReference(editor))) {
            return; // Closed meanwhile.
        }
        page.activate(editor);
        if (editor instanceof ITextEditor text) {
            IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
            try {
                IRegion place = document.getLineInformation(line - 1);
                text.selectAndReveal(place.getOffset(), place.getLength());
            } catch (BadLocationException e) {
                return; // The file is shorter than when it was compiled; it is open, at its beginning.
            }
        }
    }

    private static List<String> read(String compiledPath) {
        Optional<Path> place = find(compiledPath).map(f -> f.getLocation().toPath());
        if (place.isEmpty()) {
            return List.of();
        }
        try {
            Path file = place.get();
            return Files.size(file) > LARGEST ? List.of()
                    : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException e) {
            DebugUi.log("The source file " + place.get() + " cannot be read for the disassembly", e);
            return List.of();
        }
    }
}
