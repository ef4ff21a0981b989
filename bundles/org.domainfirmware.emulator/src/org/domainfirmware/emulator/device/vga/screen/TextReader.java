package org.domainfirmware.emulator.device.vga.screen;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.device.vga.Crtc;
import org.domainfirmware.emulator.device.vga.VgaParts;

/** Reads the characters of a text mode out of display memory. */
final class TextReader {
    private final VgaParts parts;

    TextReader(VgaParts parts) {
        this.parts = parts;
    }

    ScreenText read() {
        Crtc crtc = parts.crtc();
        if (parts.graphics().graphicsMode() || parts.dispi().enabled() || !crtc.running()) {
            return ScreenText.EMPTY;
        }
        int columns = crtc.horizontalDisplay();
        int rowHeight = crtc.rowLines() << (crtc.doubleScan() ? 1 : 0);
        int height = Math.max(1, crtc.verticalDisplay() / rowHeight);
        byte[] attributes = new byte[columns * height];
        List<String> rows = new ArrayList<>(height);
        StringBuilder row = new StringBuilder(columns);
        int cursorColumn = -1;
        int cursorRow = -1;
        boolean cursorOn = !crtc.cursorOff() && crtc.cursorStart() <= crtc.cursorEnd();
        for (int y = 0; y < height; y++) {
            row.setLength(0);
            for (int x = 0; x < columns; x++) {
                int address = crtc.startAddress() + y * crtc.rowOffset() + (x >> crtc.countShift()) & 0xFFFF;
                int cell = parts.vram().planes(crtc.planeOffset(address, 0));
                row.append(CodePage437.of(cell & 0xFF));
                attributes[y * columns + x] = (byte) (cell >> 8);
                if (cursorOn && cursorRow < 0 && address == crtc.cursorAddress()) {
                    cursorColumn = x;
                    cursorRow = y;
                }
            }
            rows.add(row.toString());
        }
        return new ScreenText(rows, columns, attributes, cursorColumn, cursorRow);
    }
}
