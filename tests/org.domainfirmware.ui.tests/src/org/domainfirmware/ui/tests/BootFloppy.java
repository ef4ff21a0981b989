package org.domainfirmware.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Floppy images with a program in the boot sector. */
final class BootFloppy {
	private static final int BYTES = 1474560;
	private static final int SIGNATURE = 510;

	private BootFloppy() {
	}

	/** An image whose boot sector is a program for NASM. */
	static Path assembled(Path folder, String name, String source) {
		Path binary = folder.resolve(name + ".bin");
		try {
			Path text = Files.writeString(folder.resolve(name + ".asm"), source);
			Process nasm = new ProcessBuilder("nasm", "-f", "bin", "-o", binary.toString(), text.toString()).redirectErrorStream(true).start();
			String said = new String(nasm.getInputStream().readAllBytes());
			if (nasm.waitFor() != 0)
				throw new AssertionError(said);
			byte[] code = Files.readAllBytes(binary);
			if (code.length > SIGNATURE)
				throw new AssertionError(name + " has " + code.length + " bytes, a boot sector takes " + SIGNATURE);
			return with(folder, name, IntStream.range(0, code.length).map(i -> code[i]).toArray());
		} catch (IOException e) {
			throw new AssertionError("nasm is needed", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
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
