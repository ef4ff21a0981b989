package org.domainfirmware.emulator.device.vga.screen;

import org.domainfirmware.emulator.device.vga.Changes;
import org.domainfirmware.emulator.device.vga.Crtc;
import org.domainfirmware.emulator.device.vga.Dispi;
import org.domainfirmware.emulator.device.vga.GraphicsController;
import org.domainfirmware.emulator.device.vga.RasterTiming;
import org.domainfirmware.emulator.device.vga.Vram;
import org.domainfirmware.emulator.device.vga.VgaParts;

/**
 * What the monitor shows, made when somebody asks and only as far as it changed. Looking changes
 * nothing the guest can see. To be called by the thread that runs the machine; the results may go
 * to any thread.
 */
public final class Screen {
    /** Larger pictures, which only nonsense register values give, are cut at the bottom. */
    private static final int MAX_PIXELS = 2560 * 1600;
    private static final int IDLE_WIDTH = 720;
    private static final int IDLE_HEIGHT = 400;

    private final VgaParts parts;
    private final RasterTiming timing;
    private final Changes changes;
    private final Canvas canvas = new Canvas();
    private final Scanout scanout;
    private final TextRenderer text;
    private final PlanarRenderer planar;
    private final InterleavedRenderer interleaved;
    private final Color256Renderer color256;
    private final PackedPixels packed;
    private final TextReader textReader;
    private int[] line = new int[0];
    private ScreenFrame lastFrame;
    private int frameCount;
    private int blinkState;
    private long serial;
    private ScreenText lastText;
    private int textCount;

    public Screen(VgaParts parts, RasterTiming timing) {
        this.parts = parts;
        this.timing = timing;
        changes = parts.vram().changes();
        scanout = new Scanout(parts);
        text = new TextRenderer(parts, timing);
        planar = new PlanarRenderer(parts);
        interleaved = new InterleavedRenderer(parts);
        color256 = new Color256Renderer(parts);
        packed = new PackedPixels(parts.vram(), parts.dac());
        textReader = new TextReader(parts);
    }

    /** Differs from an earlier answer exactly when display memory or a display register was written in between. */
    public int changeCount() {
        return changes.count();
    }

    /** The characters on the screen; the same object as long as nothing changed. */
    public ScreenText text() {
        int now = changes.count();
        if (lastText == null || now != textCount) {
            textCount = now;
            lastText = textReader.read();
        }
        return lastText;
    }

    /** The picture; the same object as long as nothing changed. Blinking is by guest time. */
    public ScreenFrame frame() {
        int now = changes.count();
        int blink = blinkState();
        if (lastFrame != null && now == frameCount && blink == blinkState) {
            return lastFrame;
        }
        boolean all = lastFrame == null || blink != blinkState || changes.registersSince(frameCount);
        int since = all ? 0 : frameCount;
        frameCount = now;
        blinkState = blink;
        draw(since);
        lastFrame = canvas.frame(++serial);
        return lastFrame;
    }

    private boolean isText() {
        return !parts.graphics().graphicsMode() && !parts.dispi().enabled();
    }

    private int blinkState() {
        if (!isText()) {
            return 0;
        }
        return (timing.cursorPhase() ? 1 : 0) | (timing.characterPhase() ? 2 : 0);
    }

    private void draw(int since) {
        if (parts.dispi().enabled()) {
            drawDispi(since);
        } else if (!parts.crtc().running()) {
            canvas.begin(IDLE_WIDTH, IDLE_HEIGHT);
            canvas.blank();
        } else {
            drawStandard(since);
        }
    }

    private LineRenderer renderer() {
        GraphicsController graphics = parts.graphics();
        if (!graphics.graphicsMode()) {
            return text;
        }
        if (graphics.shift256()) {
            return color256;
        }
        return graphics.shiftInterleave() ? interleaved : planar;
    }

    private void drawStandard(int since) {
        LineRenderer renderer = renderer();
        renderer.begin();
        Crtc crtc = parts.crtc();
        int scale = parts.sequencer().dotClockHalved() ? 2 : 1;
        int width = crtc.horizontalDisplay() * renderer.dots() * scale;
        boolean other = canvas.begin(width, Math.min(crtc.verticalDisplay(), MAX_PIXELS / width));
        if (parts.sequencer().screenOff() || !parts.attribute().displaying()) {
            canvas.blank();
            return;
        }
        boolean all = other || renderer == text && text.otherFonts();
        scanout.draw(renderer, canvas, scale, all ? 0 : since);
    }

    private void drawDispi(int since) {
        Dispi dispi = parts.dispi();
        boolean other = canvas.begin(dispi.width(), dispi.height());
        int from = other ? 0 : since;
        if (dispi.bits() == 4) {
            drawDispiPlanes(from);
            return;
        }
        packed.begin();
        int bytesPerPixel = (dispi.bits() + 7) / 8;
        for (int y = 0; y < dispi.height(); y++) {
            int start = (dispi.yOffset() + y) * dispi.pitch() + dispi.xOffset() * bytesPerPixel & Vram.SIZE - 1;
            int end = start + dispi.width() * bytesPerPixel - 1;
            if (from == 0 || end >= Vram.SIZE || changes.memorySince(from, start, end)) {
                packed.draw(dispi.bits(), start, dispi.width(), canvas.rgb(), y * dispi.width());
                canvas.drawn(y);
            }
        }
    }

    private void drawDispiPlanes(int since) {
        Dispi dispi = parts.dispi();
        planar.begin();
        int characters = dispi.width() / 8 + 1;
        if (line.length < characters * 8) {
            line = new int[characters * 8];
        }
        for (int y = 0; y < dispi.height(); y++) {
            int start = (dispi.yOffset() + y) * dispi.pitch() + dispi.xOffset() / 8 & Vram.PLANE_OFFSETS - 1;
            int end = start + characters - 1;
            if (since == 0 || end >= Vram.PLANE_OFFSETS || changes.memorySince(since, start * 4, end * 4 + 3)) {
                for (int c = 0; c < characters; c++) {
                    planar.pixels(parts.vram().planes(start + c & Vram.PLANE_OFFSETS - 1), line, c * 8);
                }
                canvas.row(y, line, dispi.xOffset() & 7, 1);
            }
        }
    }
}
