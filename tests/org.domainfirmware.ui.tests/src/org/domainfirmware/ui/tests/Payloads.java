package org.domainfirmware.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Boot images of real systems, made by the scripts in tests/payloads. */
final class Payloads {
	private static final int MINUTES = 5;

	private Payloads() {
	}

	/** An image; made now when it is not there, and the test fails with the scripts' words when that does not work. */
	static Path image(String name) {
		Path root = Path.of(System.getProperty("dfw.root", "."));
		Path folder = root.resolve("build/payloads");
		Path image = folder.resolve("images").resolve(name);
		if (!Files.isRegularFile(image)) {
			run(root, "fetch.sh", folder);
			run(root, "make-images.sh", folder);
		}
		if (!Files.isRegularFile(image))
			throw new AssertionError("tests/payloads did not make " + image);
		return image;
	}

	private static void run(Path root, String script, Path folder) {
		try {
			Files.createDirectories(folder);
			Path log = folder.resolve(script + ".log");
			Process process = new ProcessBuilder("sh", root.resolve("tests/payloads").resolve(script).toString(), folder.toString())
					.redirectErrorStream(true).redirectOutput(log.toFile()).start();
			if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				throw new AssertionError(script + " takes more than " + MINUTES + " minutes");
			}
			if (process.exitValue() != 0)
				throw new AssertionError(script + ": " + Files.readString(log));
		} catch (IOException e) {
			throw new AssertionError(script + " cannot be run", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(script + " was interrupted", e);
		}
	}
}
