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
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/** The ROM images of all firmware projects: one at a time as a bar and a table, with what is wrong with it. */
public final class RomLayoutView extends ViewPart {
    public static final String ID = "org.domainfirmware.firmware.ui.romLayout";
    private static final int MAX_IMAGE = 16 << 20;

    /** What is shown of one image. */
    private record Shown(IFile image, RomLayout layout, String checksum, Optional<DebugInfo> info) {
    }

    private final IResourceChangeListener built = e -> refresh();
    private final Map<IFile, Integer> freeBefore = new HashMap<>();
    private final Map<IFile, Integer> freeNow = new HashMap<>();
    private List<IFile> images = List.of();
    private IFile selected;
    private Shown shown;
    private Display display;
    private Combo choice;
    private Label summary;
    private Label warnings;
    private RomBar bar;
    private RomTable table;

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        parent.setLayout(new GridLayout(2, false));
        choice = new Combo(parent, SWT.READ_ONLY);
        choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> select(images.get(choice.getSelectionIndex()))));
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

    /** Looks for images in the background: there may be many files. */
    private void refresh() {
        inBackground("Finding ROM images", monitor -> {
            List<IFile> found = Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects()).filter(FirmwareProject::isFirmware)
                    .flatMap(p -> FirmwareProject.of(p).romImages().stream()).toList();
            inUiThread(() -> offer(found));
            return Status.OK_STATUS;
        });
    }

    private void inUiThread(Runnable work) {
        if (!display.isDisposed()) {
            display.asyncExec(work);
        }
    }

    private static void inBackground(String name, IJobFunction work) {
        Job job = Job.create(name, work);
        job.setSystem(true);
        job.schedule();
    }

    private void offer(List<IFile> found) {
        if (choice.isDisposed()) {
            return;
        }
        images = found;
        choice.setItems(images.stream().map(f -> f.getProject().getName() + ": " + f.getName()).toArray(String[]::new));
        choice.getParent().layout();
        if (images.isEmpty()) {
            summary.setText("There is no ROM image: build a firmware project");
            bar.show(null);
            table.show(null, null);
            warnings.setText("");
        } else {
            select(selected != null && images.contains(selected) ? selected : images.get(0));
        }
    }

    /** Shows an image, if it is one of a firmware project's: now, or when these are found. */
    void select(IFile image) {
        if (images.isEmpty() || images.contains(image)) {
            selected = image;
        }
        if (images.contains(image)) {
            choice.select(images.indexOf(image));
            load(image);
        }
    }

    /** Reads in the background: symbols may take a while. */
    private void load(IFile image) {
        inBackground("Reading " + image.getName(), monitor -> {
            try (InputStream in = image.getContents(true)) {
                Optional<RomSymbols> symbols = FirmwareProject.of(image.getProject()).symbols(image);
                byte[] bytes = in.readNBytes(MAX_IMAGE);
                RomLayout layout = symbols.isPresent() ? RomLayout.bound(bytes, symbols.get()) : RomLayout.of(bytes, null);
                Shown result = new Shown(image, layout, RomLayout.checksum(bytes), symbols.map(RomSymbols::info));
                inUiThread(() -> show(result));
                return Status.OK_STATUS;
            } catch (IOException | CoreException e) {
                return Status.warning(image.getFullPath() + " cannot be read", e);
            }
        });
    }

    private void show(Shown result) {
        if (choice.isDisposed() || !result.image().equals(selected)) {
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
        line.ifPresent(l -> open(shown.image().getProject(), l));
    }

    private void open(IProject project, SourceLine line) {
        inBackground("Finding " + line.file(), monitor -> {
            FirmwareProject.of(project).sourceFor(line.file())
                    .ifPresent(f -> inUiThread(() -> Places.open(getSite().getPage(), f, line.line())));
            return Status.OK_STATUS;
        });
    }

    static String describe(RomPiece piece) {
        return switch (piece.kind()) {
            case FREE -> "free";
            case DATA -> piece.name().isEmpty() ? "constants and code without symbols" : piece.name();
            default -> piece.name();
        };
    }
}
