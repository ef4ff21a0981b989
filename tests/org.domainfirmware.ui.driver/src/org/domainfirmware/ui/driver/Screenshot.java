package org.domainfirmware.ui.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** Saves what is on the screen as PNG files in the folder of the system property {@code dfw.screenshots}. */
public final class Screenshot {
	/** A dozen frames at 60 a second. */
	private static final int FRAMES_MILLIS = 200;

	private Screenshot() {
	}

	/** The whole screen, dialogs included. */
	public static Path screen(String name) {
		return UiThread.call(() -> {
			Display display = UiThread.display();
			// GTK paints by its own clock, some frames after the events: what is not painted yet would be missing.
			boolean[] painted = new boolean[1];
			display.timerExec(FRAMES_MILLIS, () -> painted[0] = true);
			while (!painted[0])
				if (!display.readAndDispatch())
					display.sleep();
			Rectangle bounds = display.getBounds();
			GC gc = new GC(display);
			try {
				return save(gc, 0, 0, bounds.width, bounds.height, name);
			} finally {
				gc.dispose();
			}
		});
	}

	/** One control as it is on the screen. */
	public static Path control(Control control, String name) {
		return UiThread.call(() -> {
			GC gc = new GC(control);
			try {
				return save(gc, 0, 0, control.getSize().x, control.getSize().y, name);
			} finally {
				gc.dispose();
			}
		});
	}

	private static Path save(GC source, int x, int y, int width, int height, String name) {
		Image image = new Image(source.getDevice(), width, height);
		try {
			source.copyArea(image, x, y);
			Path folder = Path.of(System.getProperty("dfw.screenshots", "."));
			Files.createDirectories(folder);
			Path file = folder.resolve(name.replaceAll("[^A-Za-z0-9._-]+", "-") + ".png");
			ImageLoader loader = new ImageLoader();
			loader.data = new ImageData[] { image.getImageData() };
			loader.save(file.toString(), SWT.IMAGE_PNG);
			return file;
		} catch (IOException e) {
			throw new AssertionError("screenshot " + name + " cannot be saved", e);
		} finally {
			image.dispose();
		}
	}
}
