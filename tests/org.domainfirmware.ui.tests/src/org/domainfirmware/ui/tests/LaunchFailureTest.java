package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.firmware.ui.editor.SourceEditor;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.WidgetTree;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Launches that cannot go well say so in one dialog and leave nothing; a launch builds first, and asks before that. */
@ExtendWith(FirmwareWorkbench.class)
class LaunchFailureTest {
	private static final Duration BUILD = Duration.ofSeconds(120);
	private static final String RETURN = "return helper_result; // the sum";

	@TempDir
	Path folder;
	private EditedProject edited;

	@BeforeEach
	void noConfigurations() throws CoreException {
		LaunchDialog.removeConfigurations();
	}

	@AfterEach
	void cleanUp() throws CoreException {
		if (edited != null)
			edited.delete();
		LaunchDialog.removeConfigurations();
	}

	private static ILaunchConfigurationWorkingCopy configuration(String name, IProject project) throws CoreException {
		ILaunchConfigurationWorkingCopy configuration = LaunchDialog.manager().getLaunchConfigurationType(DebugCore.LAUNCH_TYPE)
				.newInstance(null, name);
		configuration.setAttribute(LaunchAttributes.PROJECT, project.getName());
		return configuration;
	}

	private static void launch(ILaunchConfiguration configuration) {
		UiThread.post(() -> DebugUITools.launch(configuration, "debug"));
	}

	/** Waits for a dialog that says something; closes it by a button. */
	private static void dialogSays(String message, String button, String screenshot) {
		Shell dialog = Wait.value("a dialog that says " + message, BUILD, () -> Arrays.stream(UiThread.display().getShells())
				.filter(s -> s.isVisible() && s.getParent() != null && says(s, message)).findFirst().orElse(null));
		String all = UiThread.call(() -> String.join("\n", WidgetTree.all(dialog).stream().map(WidgetTree::text).toList()));
		assertFalse(all.contains("Exception") || all.contains("\tat "), all);
		Screenshot.screen(screenshot);
		Click.on(Find.in(dialog).text(button).the(Button.class));
		Wait.until("the dialog to close", dialog::isDisposed);
	}

	private static boolean says(Shell shell, String message) {
		return WidgetTree.all(shell).stream().anyMatch(w -> WidgetTree.text(w).contains(message));
	}

	/** No launch of the name is there, and no thread of a guest runs. */
	private static void assertNothingIsLeft(String name) {
		Wait.until("no launch of " + name, () -> Arrays.stream(LaunchDialog.manager().getLaunches())
				.noneMatch(l -> l.getLaunchConfiguration() != null && l.getLaunchConfiguration().getName().equals(name)));
		List<String> threads = Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(n -> n.startsWith("guest ")
				&& n.contains(name)).toList();
		assertEquals(List.of(), threads);
	}

	@Test
	void anImageThatVanishedIsNamed() throws CoreException, IOException {
		Path image = BootFloppy.with(folder, "vanishing.img", 0xF4);
		ILaunchConfiguration configuration = GuestUnderTest.configuration("Vanished", image).doSave();
		Files.delete(image);
		launch(configuration);
		dialogSays("Floppy A: the file " + image + " does not exist", "OK", "launch-failed-image");
		assertNothingIsLeft("Vanished");
	}

	@Test
	void aFileThatCannotBeWrittenIsNamed() throws CoreException {
		ILaunchConfigurationWorkingCopy configuration = configuration("Unwritable", SampleFirmware.built());
		// Nobody, not even root, makes files there.
		configuration.setAttribute(LaunchAttributes.serialFile(0), "/proc/com1.txt");
		launch(configuration.doSave());
		dialogSays("the file /proc/com1.txt for the guest's output cannot be written; name one elsewhere in the Console tab", "OK",
				"launch-failed-output");
		assertNothingIsLeft("Unwritable");
	}

	@Test
	void anUnknownSymbolIsNamed() throws CoreException {
		ILaunchConfigurationWorkingCopy configuration = configuration("Symbol", SampleFirmware.built());
		configuration.setAttribute(LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_SYMBOL);
		configuration.setAttribute(LaunchAttributes.STOP_SYMBOL, "no_such_symbol");
		launch(configuration.doSave());
		dialogSays("there is no symbol 'no_such_symbol' in the firmware", "OK", "launch-failed-symbol");
		assertNothingIsLeft("Symbol");
	}

	@Test
	void aChangedSourceIsSavedAndBuiltBefore() throws CoreException {
		edited = new EditedProject("edited");
		ILaunchConfigurationWorkingCopy configuration = configuration("Edited", edited.project());
		configuration.setAttribute(LaunchAttributes.VGABIOS, LaunchAttributes.NONE);
		configuration.setAttribute(LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_RESET);
		SourceEditor editor = edited.open(EditedProject.C);
		StyledText text = EditedProject.widget(editor);
		int at = EditedProject.find(editor, RETURN, 1);
		UiThread.run(() -> text.setSelection(at, at));
		Keys.type(text, "left_out();");
		Wait.until("the change", editor::isDirty);
		long built = edited.file("out/demo.rom").getLocation().toFile().lastModified();
		launch(configuration.doSave());
		dialogSays("Select resources to save", "OK", "launch-saves");
		Wait.until("the saved editor", () -> !editor.isDirty());
		dialogSays("Errors exist in", "Cancel", "launch-with-errors");
		assertNothingIsLeft("Edited");

		UiThread.run(() -> text.replaceTextRange(at, "left_out();".length(), "left++;"));
		Wait.until("the change", editor::isDirty);
		launch(configuration);
		dialogSays("Select resources to save", "OK", "launch-saves");
		GuestUnderTest guest = GuestUnderTest.started(configuration);
		assertTrue(edited.file("out/demo.rom").getLocation().toFile().lastModified() > built, "the ROM is built anew");
		guest.terminate();
		Wait.jobs(ResourcesPlugin.FAMILY_AUTO_BUILD);
	}
}
