package org.domainfirmware.emulator.device.vga.png;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.domainfirmware.emulator.device.vga.screen.ScreenFrame;

/** Writes a picture as PNG (RFC 2083): 8 bits a component, no alpha, no filters. */
public final class PngEncoder {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int TRUECOLOR = 2;

    private PngEncoder() {
    }

    /** Writes the whole file to a stream and leaves it open. */
    public static void write(ScreenFrame frame, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.write(SIGNATURE);
        chunk(out, "IHDR", header(frame));
        chunk(out, "IDAT", pixels(frame));
        chunk(out, "IEND", new byte[0]);
        out.flush();
    }

    private static byte[] header(ScreenFrame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(frame.width());
        out.writeInt(frame.height());
        out.write(8);
        out.write(TRUECOLOR);
        out.write(new byte[3]); // deflate, adaptive filtering, not interlaced
        return bytes.toByteArray();
    }

    private static byte[] pixels(ScreenFrame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] row = new int[frame.width()];
        byte[] scanline = new byte[1 + 3 * frame.width()]; // begins with filter type 0
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            for (int y = 0; y < frame.height(); y++) {
                frame.copyRows(y, 1, row, 0);
                for (int x = 0; x < row.length; x++) {
                    scanline[1 + 3 * x] = (byte) (row[x] >> 16);
                    scanline[2 + 3 * x] = (byte) (row[x] >> 8);
                    scanline[3 + 3 * x] = (byte) row[x];
                }
                out.write(scanline);
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = {(byte) type.charAt(0), (byte) type.charAt(1), (byte) type.charAt(2), (byte) type.charAt(3)};
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
