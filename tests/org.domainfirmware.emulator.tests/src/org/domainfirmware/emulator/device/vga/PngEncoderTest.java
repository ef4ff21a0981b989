package org.domainfirmware.emulator.device.vga;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.domainfirmware.emulator.device.vga.png.PngEncoder;
import org.domainfirmware.emulator.device.vga.screen.ScreenFrame;
import org.junit.jupiter.api.Test;

/** The screenshot as another program reads it. */
class PngEncoderTest {
    @Test
    void javaReadsTheSamePixels() throws IOException {
        VgaRig rig = VgaRig.inMode(StandardMode.TEXT_3);
        rig.text(3, 7, "colours", 0x4E);
        ScreenFrame frame = rig.vga.screen().frame();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PngEncoder.write(frame, bytes);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        assertEquals(frame.width(), image.getWidth());
        assertEquals(frame.height(), image.getHeight());
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                assertEquals(frame.rgb(x, y), image.getRGB(x, y) & 0xFFFFFF, x + "," + y);
            }
        }
    }
}
