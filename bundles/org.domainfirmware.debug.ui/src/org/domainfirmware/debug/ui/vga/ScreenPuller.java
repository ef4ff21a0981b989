package org.domainfirmware.debug.ui.vga;

import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.domainfirmware.debug.ui.guest.Answers;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.ScreenView;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/**
 * Asks a guest for its screen, at most fifty times a second, and hands on what changed. A slow guest is asked less
 * often: there is never more than one question under way.
 */
final class ScreenPuller extends Job {
    /** What is left of thirty pictures a second when the machine is busy with other things too is still a moving picture. */
    private static final int PERIOD_MS = 20;
    private static final PaletteData RGB = new PaletteData(0xFF0000, 0xFF00, 0xFF);

    private final DebugPort port;
    private final BiConsumer<ScreenView, ImageData> painter;
    private final java.util.function.Consumer<String> ended;
    private volatile boolean stopped;
    private long shownChange = Long.MIN_VALUE;
    private int shownWidth = -1;
    private int shownHeight = -1;

    /**
     * Prepares; {@link #schedule()} starts it.
     *
     * @param painter gets a picture (null while the display is off) in a thread of the puller's
     * @param ended gets the reason when the guest gives no more pictures
     */
    ScreenPuller(DebugPort port, BiConsumer<ScreenView, ImageData> painter, java.util.function.Consumer<String> ended) {
        super("Guest's screen");
        this.port = port;
        this.painter = painter;
        this.ended = ended;
        setSystem(true);
        // Others wait while jobs run, decorating ones a tenth of a second for each.
        setPriority(INTERACTIVE);
    }

    /** No picture is handed on after this. */
    void end() {
        stopped = true;
        cancel();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        if (stopped) {
            return Status.OK_STATUS;
        }
        long asked = System.nanoTime();
        try {
            // The guest's thread only hands its screen out; the picture is made here.
            show(port.screen().get());
        } catch (ExecutionException e) {
            if (!stopped) {
                ended.accept(Answers.message(e.getCause()));
            }
            return Status.OK_STATUS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        }
        if (!stopped) {
            long took = (System.nanoTime() - asked) / 1_000_000;
            // A picture that took long to make must not keep the guest busy with making the next one.
            schedule(Math.max(PERIOD_MS - took, took));
        }
        return Status.OK_STATUS;
    }

    private void show(ScreenView screen) {
        if (!stopped && (screen.change() != shownChange || screen.width() != shownWidth || screen.height() != shownHeight)) {
            shownChange = screen.change();
            shownWidth = screen.width();
            shownHeight = screen.height();
            painter.accept(screen, picture(screen));
        }
    }

    private static ImageData picture(ScreenView screen) {
        if (screen.width() <= 0 || screen.height() <= 0) {
            return null;
        }
        ImageData data = new ImageData(screen.width(), screen.height(), 24, RGB);
        byte[] bytes = data.data;
        int[] rgb = screen.rgb();
        for (int y = 0; y < screen.height(); y++) {
            int to = y * data.bytesPerLine;
            int from = y * screen.width();
            for (int x = 0; x < screen.width(); x++) {
                int pixel = rgb[from + x];
                bytes[to++] = (byte) (pixel >> 16);
                bytes[to++] = (byte) (pixel >> 8);
                bytes[to++] = (byte) pixel;
            }
        }
        return data;
    }
}
