package org.domainfirmware.ui.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.ui.driver.Wait;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;

/** The firmware project that the first start makes in an empty workspace. */
final class SampleFirmware {
	private static final String NAME = "firmware";
	private static final Duration LIMIT = Duration.ofSeconds(180);

	private SampleFirmware() {
	}

	/** Waits until it is there and built. */
	static IProject built() {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(NAME);
		Wait.until("the sample project", LIMIT, () -> project.isAccessible() && project.getFile("rombios/post.c").exists());
		Wait.jobs(ResourcesPlugin.FAMILY_AUTO_BUILD);
		if (!hasRom(project)) {
			Wait.work(monitor -> project.build(IncrementalProjectBuilder.FULL_BUILD, monitor));
			Wait.until("the sample's ROMs", LIMIT, () -> hasRom(project));
		}
		return project;
	}

	/** A ROM it has built. */
	static IFile rom(IProject project, String name) {
		return FirmwareProject.of(project).romImages().stream().filter(f -> f.getName().equals(name)).findFirst()
				.orElseThrow(() -> new AssertionError("the project has no " + name));
	}

	private static boolean hasRom(IProject project) {
		List<IFile> roms = FirmwareProject.of(project).romImages();
		return roms.stream().anyMatch(f -> f.getName().equals("rombios.rom"))
				&& roms.stream().anyMatch(f -> f.getName().equals("vgabios.rom"));
	}

	/** The first line, from 1, that contains a text. */
	static int line(IFile file, String text) {
		try {
			List<String> lines = Files.readAllLines(file.getLocation().toPath(), StandardCharsets.ISO_8859_1);
			for (int i = 0; i < lines.size(); i++)
				if (lines.get(i).contains(text))
					return i + 1;
			throw new AssertionError(file + " has no line with " + text);
		} catch (IOException e) {
			throw new AssertionError(file + " cannot be read", e);
		}
	}
}
