package org.domainfirmware.firmware.ui.editor;

import java.util.Optional;

import org.domainfirmware.firmware.core.FirmwareProject;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;

/** Shows where a symbol is in the ROM of the last build, and its size. A problem at the place comes first. */
final class SymbolHover implements ITextHover {
    private final SourceEditor editor;
    private final ITextHover problems;

    SymbolHover(SourceEditor editor, ITextHover problems) {
        this.editor = editor;
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("deprecation")
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        String problem = problems == null ? null : problems.getHoverInfo(viewer, region);
        if (problem != null && !problem.isEmpty()) {
            return problem;
        }
        IFile file = editor.file();
        String word = Words.text(viewer.getDocument(), region.getOffset());
        if (file == null || word.isEmpty() || !FirmwareProject.isFirmware(file.getProject())) {
            return null;
        }
        Optional<String> symbol = new SymbolPlace(FirmwareProject.of(file.getProject())).describe(word);
        return symbol.orElse(null);
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return Words.at(viewer.getDocument(), offset);
    }
}
