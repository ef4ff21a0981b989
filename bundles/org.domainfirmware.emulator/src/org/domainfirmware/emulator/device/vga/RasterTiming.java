package org.domainfirmware.emulator.device.vga;

import org.domainfirmware.emulator.time.VirtualClock;

/** Where the beam is, computed from guest time when somebody asks; it costs a running guest nothing. */
public final class RasterTiming {
    private static final int DISPLAY_DISABLED = 0x01;
    private static final int VERTICAL_RETRACE = 0x08;
    /** kHz times this is dots a nanosecond's reciprocal: 1 ns is kHz / 1,000,000 dots. */
    private static final long SCALE = 1_000_000;

    private final VirtualClock clock;
    private final Crtc crtc;
    private final Sequencer sequencer;
    private final GeneralRegisters general;

    RasterTiming(VirtualClock clock, Crtc crtc, Sequencer sequencer, GeneralRegisters general) {
        this.clock = clock;
        this.crtc = crtc;
        this.sequencer = sequencer;
        this.general = general;
    }

    private int dotsPerCharacter() {
        return sequencer.characterDots() << (sequencer.dotClockHalved() ? 1 : 0);
    }

    private int dotsPerLine() {
        return crtc.horizontalTotal() * dotsPerCharacter();
    }

    /** Length of a frame, nanoseconds, at least 1. */
    public long frameNanos() {
        long dots = (long) dotsPerLine() * crtc.verticalTotal();
        return Math.max(1, dots * SCALE / general.masterClockKhz());
    }

    /** Frames since power-on at the present frame rate; blinking counts them. */
    public long frame() {
        return clock.nanos() / frameNanos();
    }

    private long dotInFrame() {
        return clock.nanos() % frameNanos() * general.masterClockKhz() / SCALE;
    }

    /** Present scan line, 0 the first shown. */
    public int line() {
        return (int) (dotInFrame() / dotsPerLine());
    }

    /** The retrace bits of Input Status 1. */
    int statusBits() {
        long dot = dotInFrame();
        int line = (int) (dot / dotsPerLine());
        int character = (int) (dot % dotsPerLine()) / dotsPerCharacter();
        int bits = 0;
        if (line >= crtc.verticalDisplay() || character >= crtc.horizontalDisplay()) {
            bits |= DISPLAY_DISABLED;
        }
        int sinceRetrace = line - crtc.verticalRetraceStart();
        if (sinceRetrace >= 0 && sinceRetrace < crtc.verticalRetraceLines()) {
            bits |= VERTICAL_RETRACE | DISPLAY_DISABLED;
        }
        return bits;
    }

    /** The text cursor is in the visible half of its blinking: it changes every 8 frames. */
    public boolean cursorPhase() {
        return (frame() >> 3 & 1) == 0;
    }

    /** Blinking characters are in their visible half: it changes every 16 frames. */
    public boolean characterPhase() {
        return (frame() >> 4 & 1) == 0;
    }
}
