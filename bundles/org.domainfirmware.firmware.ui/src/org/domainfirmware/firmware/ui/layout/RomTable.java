package org.domainfirmware.firmware.ui.layout;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

import org.domainfirmware.firmware.core.rom.RomLayout;
import org.domainfirmware.firmware.core.rom.RomPiece;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.elf.ElfSection;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The parts of an image, sorted by the column that was clicked; at first by size, the largest first. */
final class RomTable {
    private final TableViewer viewer;
    private RomLayout layout;
    private DebugInfo info;
    private Comparator<RomPiece> order = Comparator.comparing(RomPiece::size).reversed();

    RomTable(Composite parent, Consumer<RomPiece> selected, Consumer<RomPiece> opened) {
        viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        column("Address", 100, p -> address(p), Comparator.comparing(RomPiece::offset));
        column("Size", 80, p -> Integer.toString(p.size()), Comparator.comparing(RomPiece::size).reversed());
        column("Kind", 90, p -> p.kind().name().toLowerCase(Locale.ROOT), Comparator.comparing(RomPiece::kind));
        column("Section", 110, this::section, Comparator.comparing(this::section));
        column("Name", 300, RomLayoutView::describe, Comparator.comparing(RomLayoutView::describe));
        viewer.addSelectionChangedListener(e -> first(e.getStructuredSelection().getFirstElement(), selected));
        viewer.addDoubleClickListener(e -> first(viewer.getStructuredSelection().getFirstElement(), opened));
    }

    private static void first(Object element, Consumer<RomPiece> consumer) {
        if (element instanceof RomPiece piece) {
            consumer.accept(piece);
        }
    }

    private void column(String title, int width, Function<RomPiece, String> text, Comparator<RomPiece> by) {
        TableViewerColumn column = new TableViewerColumn(viewer, title.equals("Size") ? SWT.RIGHT : SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(e -> text.apply((RomPiece) e)));
        column.getColumn().addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
            order = by;
            show(layout, info);
        }));
    }

    private String address(RomPiece piece) {
        long linear = layout.base() + piece.offset();
        return String.format(Locale.ROOT, "%04X:%04X", linear >> 4 & 0xF000, linear & 0xFFFF);
    }

    /** The section of the linked file that a part belongs to; empty when it has none. */
    private String section(RomPiece piece) {
        return info == null ? "" : info.sectionAt(layout.base() + piece.offset()).map(ElfSection::name).orElse("");
    }

    /** Shows a layout; {@code symbols} are those of its image, null when there are none. */
    void show(RomLayout value, DebugInfo symbols) {
        layout = value;
        info = symbols;
        viewer.setInput(value == null ? List.of() : value.pieces().stream().sorted(order).toList());
    }

    void select(RomPiece piece) {
        viewer.setSelection(new StructuredSelection(piece), true);
    }

    Control control() {
        return viewer.getControl();
    }
}
