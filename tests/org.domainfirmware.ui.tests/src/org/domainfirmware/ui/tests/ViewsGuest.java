package org.domainfirmware.ui.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Wait;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;

/** A guest that runs tests/programs/views: at a key it brings the machine into a state that manuals describe. */
final class ViewsGuest {
	/** Where the program says that it is done: the BIOS data area's inter-application area. */
	private static final int DONE = 0x4F0;
	private static final int FLOPPY = 1_474_560;
	private static final int SECONDS = 30;

	private final GuestUnderTest guest;
	private final byte[] image;

	private ViewsGuest(GuestUnderTest guest, byte[] image) {
		this.guest = guest;
		this.image = image;
	}

	/** Starts it with the sample's firmware and waits until it takes keys. */
	static ViewsGuest start(IProject firmware, Path folder) throws CoreException, IOException {
		return start(firmware, folder, "views");
	}

	/** Starts another program of tests/programs/views, which takes keys in the same way. */
	static ViewsGuest start(IProject firmware, Path folder, String program) throws CoreException, IOException {
		Path image = floppy(folder, program);
		ILaunchConfigurationType type = DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurationType(DebugCore.LAUNCH_TYPE);
		ILaunchConfigurationWorkingCopy configuration = type.newInstance(null, program);
		configuration.setAttribute(LaunchAttributes.PROJECT, firmware.getName());
		configuration.setAttribute(LaunchAttributes.drive("fda"), image.toString());
		ViewsGuest views = new ViewsGuest(GuestUnderTest.debug(configuration.doSave()), Files.readAllBytes(image));
		views.guest.waitForScreen(program + " ready");
		return views;
	}

	private static Path floppy(Path folder, String program) throws IOException {
		Path programs = Path.of(System.getProperty("dfw.root", "."), "tests/programs/views");
		Path image = folder.resolve(program + ".img");
		Path log = folder.resolve("nasm.log");
		Process nasm = new ProcessBuilder("nasm", "-f", "bin", "-I", programs + "/", "-o", image.toString(),
				programs.resolve(program + ".asm").toString()).redirectErrorStream(true)
				.redirectOutput(log.toFile()).start();
		try {
			if (!nasm.waitFor(SECONDS, TimeUnit.SECONDS) || nasm.exitValue() != 0)
				throw new AssertionError("nasm: " + Files.readString(log, StandardCharsets.UTF_8));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError("nasm was interrupted", e);
		}
		Files.write(image, Arrays.copyOf(Files.readAllBytes(image), FLOPPY));
		return image;
	}

	GuestUnderTest guest() {
		return guest;
	}

	DebugPort port() {
		return guest.session().port();
	}

	/** Bytes of memory, peeked. */
	byte[] physical(int address, int length) {
		return guest.answer(port().readMemory(AddressSpace.PHYSICAL, address, length)).data();
	}

	/** Where bytes are in the program, from its start at 7C00h on. */
	int find(byte... bytes) {
		for (int i = 0; i + bytes.length <= image.length; i++)
			if (Arrays.equals(image, i, i + bytes.length, bytes, 0, bytes.length))
				return i;
		throw new AssertionError("the program has no such bytes");
	}

	/** Lets the guest do what a key asks for. */
	void press(char key) {
		if (guest.target().isSuspended()) {
			Menus.select("Run", "Resume");
			Wait.until("the guest to go on", () -> !guest.target().isSuspended());
		}
		guest.answer(port().type(String.valueOf(key)));
		Wait.until("the guest to be done with " + key,
				() -> guest.answer(port().readMemory(AddressSpace.PHYSICAL, DONE, 1)).data()[0] == key);
	}

	/** Lets the guest do what a key asks for, and stops it. */
	void pressAndStop(char key) {
		press(key);
		Menus.select("Run", "Suspend");
		guest.waitUntilStopped();
	}
}
