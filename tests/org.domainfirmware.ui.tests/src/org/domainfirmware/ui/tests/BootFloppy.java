package org.domainfirmware.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Floppy images with a program in the boot sector. */
final class BootFloppy {
	private static final int BYTES = 1474560;
	private static final int SIGNATURE = 510;

	private BootFloppy() {
	}

	/** An image whose boot sector, loaded at 0000:7C00, is the code. */
	static Path with(Path folder, String name, int... code) {
		byte[] image = new byte[BYTES];
		for (int i = 0; i < code.length; i++)
			image[i] = (byte) code[i];
		image[SIGNATURE] = 0x55;
		image[SIGNATURE + 1] = (byte) 0xAA;
		try {
			return Files.write(folder.resolve(name), image);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}
}
