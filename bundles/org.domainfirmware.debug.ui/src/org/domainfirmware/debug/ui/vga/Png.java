package org.domainfirmware.debug.ui.vga;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;

/** Writes pictures as PNG files. */
final class Png {
    private Png() {
    }

    /** Writes one. The exception's message names the file. */
    static void write(ImageData picture, Path file) throws IOException {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {picture};
        try {
            loader.save(file.toString(), SWT.IMAGE_PNG);
        } catch (SWTException e) {
            throw new IOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
