package org.domainfirmware.debug.ui.rows;

import java.util.List;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.model.RowChanges;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;

/** Text, font and colours of one column. */
final class RowLabels extends ColumnLabelProvider {
    private static final int LONG = 24;

    private final int column;
    private final boolean fixed;
    private final RowChanges changes;

    RowLabels(int column, boolean fixed, RowChanges changes) {
        this.column = column;
        this.fixed = fixed;
        this.changes = changes;
    }

    private static Row row(Object element) {
        return ((RowContent.Node) element).row();
    }

    @Override
    public String getText(Object element) {
        return row(element).cell(column);
    }

    @Override
    public String getToolTipText(Object element) {
        String text = getText(element);
        return text.length() > LONG ? text : null;
    }

    @Override
    public Font getFont(Object element) {
        if (row(element).tone() == Row.Tone.HEADING) {
            return JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
        }
        return fixed ? JFaceResources.getTextFont() : null;
    }

    private boolean isChanged(Object element) {
        List<String> path = ((RowContent.Node) element).path();
        return changes.changed(path, column) || column == 0 && changes.changedBelow(path);
    }

    @Override
    public Color getBackground(Object element) {
        if (isChanged(element)) {
            return RowColours.changed();
        }
        return row(element).tone() == Row.Tone.CURRENT ? RowColours.get(RowColours.CURRENT) : null;
    }

    @Override
    public Color getForeground(Object element) {
        if (isChanged(element)) {
            return RowColours.onChanged();
        }
        return switch (row(element).tone()) {
            case GOOD -> RowColours.get(RowColours.GOOD);
            case WARNING -> RowColours.get(RowColours.WARNING);
            case ERROR -> RowColours.get(RowColours.ERROR);
            case DIM -> RowColours.get(RowColours.DIM);
            default -> null;
        };
    }
}
