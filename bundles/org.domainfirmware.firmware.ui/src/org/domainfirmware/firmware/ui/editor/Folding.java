package org.domainfirmware.firmware.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.domainfirmware.firmware.core.source.Declaration;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;

/** Keeps the foldable regions the same as the declarations of more than two lines. What is folded stays folded. */
final class Folding {
    private Folding() {
    }

    static void update(ProjectionAnnotationModel model, IDocument document, List<Declaration> declarations) {
        Map<Position, Annotation> old = new HashMap<>();
        for (Iterator<Annotation> i = model.getAnnotationIterator(); i.hasNext();) {
            Annotation a = i.next();
            old.put(model.getPosition(a), a);
        }
        Map<Annotation, Position> added = new HashMap<>();
        for (Declaration d : declarations) {
            Position position = position(document, d);
            if (position != null && old.remove(position) == null) {
                added.put(new ProjectionAnnotation(), position);
            }
        }
        List<Annotation> gone = new ArrayList<>(old.values());
        model.modifyAnnotations(gone.toArray(Annotation[]::new), added, null);
    }

    private static Position position(IDocument document, Declaration d) {
        try {
            if (d.endLine() - d.line() < 2 || d.endLine() > document.getNumberOfLines()) {
                return null;
            }
            int start = document.getLineOffset(d.line() - 1);
            int end = document.getLineOffset(d.endLine() - 1) + document.getLineLength(d.endLine() - 1);
            return new Position(start, end - start);
        } catch (BadLocationException e) {
            // The text changed meanwhile: the next reading will fit it.
            return null;
        }
    }
}
