package org.domainfirmware.debug.ui.vga;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.domainfirmware.debug.ui.guest.Answers;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.ScreenView;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/**
 * Asks a guest for its screen, at most fifty times a second, and hands on what changed. A slow guest is asked less often: there is
 * never more than one question under way, nor more than one picture on its way to the UI thread. It has a thread of its own, because
 * a job's turn comes a thirtieth of a second late.
 */
final class ScreenPuller {
    /** What is left of thirty pictures a second when the machine is busy with other things too is still a moving picture. */
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(20);
    private static final PaletteData RGB = new PaletteData(0xFF0000, 0xFF00, 0xFF);

    private final DebugPort port;
    private final Executor ui;
    private final BiConsumer<ScreenView, ImageData> painter;
    private final Consumer<String> ended;
    private final Semaphore free = new Semaphore(1);
    private final Thread thread;
    private long shownChange = Long.MIN_VALUE;
    private int shownWidth = -1;
    private int shownHeight = -1;

    /**
     * Prepares; {@link #start()} starts it.
     *
     * @param ui runs things in the UI thread
     * @param painter gets a picture (null while the display is off) there
     * @param ended gets the reason there when the guest gives no more pictures
     */
    ScreenPuller(DebugPort port, Executor ui, BiConsumer<ScreenView, ImageData> painter, Consumer<String> ended) {
        this.port = port;
        this.ui = ui;
        this.painter = painter;
        this.ended = ended;
        thread = new Thread(this::pull, "guest's screen");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** No picture is asked for after this; one may still be on its way. */
    void end() {
        thread.interrupt();
    }

    private void pull() {
        try {
            while (true) {
                long asked = System.nanoTime();
                // The guest's thread only hands its screen out; the picture is made here.
                show(port.screen().get());
                long took = System.nanoTime() - asked;
                // A picture that took long to make must not keep the guest busy with making the next one.
                TimeUnit.NANOSECONDS.sleep(Math.max(PERIOD - took, took));
            }
        } catch (ExecutionException e) {
            ui.execute(() -> ended.accept(Answers.message(e.getCause())));
        } catch (InterruptedException e) {
            // It was ended.
            Thread.currentThread().interrupt();
        }
    }

    private void show(ScreenView screen) throws InterruptedException {
        if (screen.change() != shownChange || screen.width() != shownWidth || screen.height() != shownHeight) {
            shownChange = screen.change();
            shownWidth = screen.width();
            shownHeight = screen.height();
            ImageData picture = picture(screen);
            free.acquire();
            ui.execute(() -> {
                free.release();
                painter.accept(screen, picture);
            });
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
