package org.domainfirmware.emulator.device.vga.screen;

import org.domainfirmware.emulator.device.vga.Changes;
import org.domainfirmware.emulator.device.vga.Crtc;
import org.domainfirmware.emulator.device.vga.VgaParts;

/**
 * Walks the scan lines of a standard mode as the CRT controller does: row lines, double scan, row
 * offset, split screen, panning. Lines whose memory did not change keep their pixels.
 */
final class Scanout {
    private final VgaParts parts;
    private int[] dots = new int[0];

    Scanout(VgaParts parts) {
        this.parts = parts;
    }

    /** @param since draw lines changed since this count only; 0 for all of them */
    void draw(LineRenderer renderer, Canvas canvas, int scale, int since) {
        Crtc crtc = parts.crtc();
        int characters = crtc.horizontalDisplay() + 2;
        if (dots.length < characters * renderer.dots()) {
            dots = new int[characters * renderer.dots()];
        }
        int counter = crtc.startAddress() + crtc.bytePanning();
        int rowLine = crtc.presetRowScan();
        int pan = renderer.panning(parts.attribute().panning());
        boolean secondScan = false;
        int aboveCounter = -1;
        int aboveOffset = -1;
        int abovePan = -1;
        int aboveLine = -1;
        boolean aboveDrawn = false;
        for (int y = 0; y < canvas.height(); y++) {
            int offset = crtc.planeOffset(counter & 0xFFFF, rowLine);
            boolean repeats = counter == aboveCounter && offset == aboveOffset && pan == abovePan
                    && (rowLine == aboveLine || !renderer.rowLineMatters());
            if (repeats) {
                if (aboveDrawn) {
                    canvas.repeatRow(y);
                }
            } else {
                aboveDrawn = since == 0 || changed(counter, rowLine, characters, since);
                if (aboveDrawn) {
                    renderer.draw(counter, rowLine, characters, dots);
                    canvas.row(y, dots, pan, scale);
                }
            }
            aboveCounter = counter;
            aboveOffset = offset;
            abovePan = pan;
            aboveLine = rowLine;
            if (y == crtc.lineCompare()) {
                counter = 0;
                rowLine = 0;
                secondScan = false;
                if (parts.attribute().panningStopsAtSplit()) {
                    pan = renderer.panning(renderer.dots() == 9 ? 8 : 0);
                } else {
                    counter = crtc.bytePanning();
                }
            } else if (crtc.doubleScan() && !secondScan) {
                secondScan = true;
            } else {
                secondScan = false;
                if (rowLine == crtc.rowLines() - 1) {
                    rowLine = 0;
                    counter += crtc.rowOffset();
                } else {
                    rowLine = rowLine + 1 & 0x1F;
                }
            }
        }
    }

    /** Whether memory that a line shows changed; true where its addresses wrap. */
    private boolean changed(int counter, int rowLine, int characters, int since) {
        Crtc crtc = parts.crtc();
        Changes changes = parts.vram().changes();
        int steps = characters - 1 >> crtc.countShift();
        int first = crtc.planeOffset(counter & 0xFFFF, rowLine);
        int last = crtc.planeOffset(counter + steps & 0xFFFF, rowLine);
        boolean straight = last >= first && last - first <= steps * 4 + 3 && last - first >= steps;
        return !straight || changes.memorySince(since, first << 2, (last << 2) + 3);
    }
}
