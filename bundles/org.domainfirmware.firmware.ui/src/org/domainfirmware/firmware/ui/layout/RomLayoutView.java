package org.domainfirmware.firmware.ui.layout;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.rom.RomLayout;
import org.domainfirmware.firmware.core.rom.RomPiece;
import org.domainfirmware.firmware.core.rom.RomSymbols;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.SourceLine;
import org.domainfirmware.firmware.ui.Places;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/** The ROM images of all firmware projects: one at a time as a bar and a table, with what is wrong with it. */
public final class RomLayoutView extends ViewPart {
    public static final String ID = "org.domainfirmware.firmware.ui.romLayout";
    private static final int MAX_IMAGE = 16 << 20;

    /** What is shown of one image. */
    private record Shown(IFile image, RomLayout layout, String checksum, Optional<DebugInfo> info) {
    }

    private final IResourceChangeListener built = e -> refreshLater();
    private final Map<IFile, Integer> freeBefore = new HashMap<>();
    private final Map<IFile, Integer> freeNow = new HashMap<>();
    private List<IFile> images = List.of();
    private Shown shown;
    private Combo choice;
    private Label summary;
    private Label warnings;
    private RomBar bar;
    private RomTable table;

    @Override
    public void createPartControl(Composite parent) {
        parent.setLayout(new GridLayout(2, false));
        choice = new Combo(parent, SWT.READ_ONLY);
        choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> load()));
        summary = new Label(parent, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(summary);
        bar = new RomBar(parent, this::open);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(bar);
        warnings = new Label(parent, SWT.WRAP);
        warnings.setForeground(parent.getDisplay().getSystemColor(SWT.COLOR_DARK_RED));
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(warnings);
        table = new RomTable(parent, bar::select, this::open);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(table.control());
        ResourcesPlugin.getWorkspace().addResourceChangeListener(built, IResourceChangeEvent.POST_BUILD);
        refresh();
    }

    @Override
    public void dispose() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(built);
        super.dispose();
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
    }

    private void refreshLater() {
        if (!choice.isDisposed()) {
            choice.getDisplay().asyncExec(() -> {
                if (!choice.isDisposed()) {
                    refresh();
                }
            });
        }
    }

    private void refresh() {
        IFile selected = selected();
        images = Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects()).filter(FirmwareProject::isFirmware)
                .flatMap(p -> FirmwareProject.of(p).romImages().stream()).toList();
        choice.setItems(images.stream().map(f -> f.getProject().getName() + ": " + f.getName()).toArray(String[]::new));
        choice.select(Math.max(images.indexOf(selected), 0));
        choice.getParent().layout();
        load();
    }

    /** Shows an image, if it is one of a firmware project's. */
    void select(IFile image) {
        if (images.contains(image)) {
            choice.select(images.indexOf(image));
            load();
        }
    }

    private IFile selected() {
        int index = choice.getSelectionIndex();
        return index >= 0 && index < images.size() ? images.get(index) : null;
    }

    /** Reads in the background: symbols may take a while. */
    private void load() {
        IFile image = selected();
        if (image == null) {
            summary.setText("There is no ROM image: build a firmware project");
            bar.show(null);
            table.show(null, null);
            warnings.setText("");
            return;
        }
        Job job = Job.create("Reading " + image.getName(), monitor -> {
            try (InputStream in = image.getContents(true)) {
                Optional<RomSymbols> symbols = FirmwareProject.of(image.getProject()).symbols(image);
                byte[] bytes = in.readNBytes(MAX_IMAGE);
                RomLayout layout = symbols.isPresent() ? RomLayout.bound(bytes, symbols.get()) : RomLayout.of(bytes, null);
                Shown result = new Shown(image, layout, RomLayout.checksum(bytes), symbols.map(RomSymbols::info));
                choice.getDisplay().asyncExec(() -> show(result));
                return Status.OK_STATUS;
            } catch (IOException | CoreException e) {
                return Status.warning(image.getFullPath() + " cannot be read", e);
            }
        });
        job.setSystem(true);
        job.schedule();
    }

    private void show(Shown result) {
        if (choice.isDisposed() || !result.image().equals(selected())) {
            return;
        }
        shown = result;
        RomLayout layout = result.layout();
        Integer before = freeNow.put(result.image(), layout.free());
        if (before != null && before != layout.free()) {
            freeBefore.put(result.image(), before);
        }
        Integer last = freeBefore.get(result.image());
        String change = last == null ? "" : last > layout.free() ? ", " + (last - layout.free()) + " less than before"
                : ", " + (layout.free() - last) + " more than before";
        summary.setText(layout.size() + " bytes, " + layout.free() + " free" + change + "; " + result.checksum());
        warnings.setText(String.join("\n", layout.warnings()));
        bar.show(layout);
        table.show(layout, result.info().orElse(null));
        warnings.getParent().layout();
    }

    private void open(RomPiece piece) {
        bar.select(piece);
        table.select(piece);
        Optional<SourceLine> line = shown.info().flatMap(i -> i.lineAt(shown.layout().base() + piece.offset()));
        if (line.isPresent()) {
            FirmwareProject.of(shown.image().getProject()).sourceFor(line.get().file())
                    .ifPresent(f -> Places.open(getSite().getPage(), f, line.get().line()));
        }
    }

    static String describe(RomPiece piece) {
        return switch (piece.kind()) {
            case FREE -> "free";
            case DATA -> piece.name().isEmpty() ? "constants and code without symbols" : piece.name();
            default -> piece.name();
        };
    }
}
