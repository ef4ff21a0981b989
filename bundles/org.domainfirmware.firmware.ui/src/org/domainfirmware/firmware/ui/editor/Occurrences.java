package org.domainfirmware.firmware.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.TextUtilities;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;

/** Marks the other places of the identifier under the caret, outside comments and strings. */
final class Occurrences {
    private static final String TYPE = "org.domainfirmware.firmware.ui.occurrence";
    private static final int MAX_MARKED = 1000;
    private static final int MAX_TEXT = 1 << 20;

    private final List<Annotation> shown = new ArrayList<>();
    private String word = "";

    /** Marks what is under the caret; does nothing when that is what is marked. */
    void update(IDocument document, IAnnotationModel model, int caret) {
        IRegion region = Words.at(document, caret);
        String now = region == null || document.getLength() > MAX_TEXT ? "" : Words.text(document, caret);
        if (now.equals(word) || !(model instanceof IAnnotationModelExtension extension)) {
            return;
        }
        word = now;
        Map<Annotation, Position> added = now.isEmpty() ? Map.of() : find(document, now);
        extension.replaceAnnotations(shown.toArray(Annotation[]::new), added);
        shown.clear();
        shown.addAll(added.keySet());
    }

    private static Map<Annotation, Position> find(IDocument document, String word) {
        Map<Annotation, Position> found = new HashMap<>();
        String text = document.get();
        for (int at = text.indexOf(word); at >= 0 && found.size() < MAX_MARKED; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean whole = (at == 0 || !Words.isPart(text.charAt(at - 1))) && (end == text.length() || !Words.isPart(text.charAt(end)));
            if (whole && isCode(document, at)) {
                found.put(new Annotation(TYPE, false, word), new Position(at, word.length()));
            }
        }
        return found;
    }

    private static boolean isCode(IDocument document, int offset) {
        try {
            return TextUtilities.getContentType(document, SourcePartitions.PARTITIONING, offset, false).equals(IDocument.DEFAULT_CONTENT_TYPE);
        } catch (BadLocationException e) {
            return false;
        }
    }
}
