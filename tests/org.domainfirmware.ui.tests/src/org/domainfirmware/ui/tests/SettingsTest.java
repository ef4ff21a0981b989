package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.DefaultFirmware;
import org.domainfirmware.debug.core.launch.GuestSettings;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.WidgetTree;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The preference page of the tools, and the properties of a project's build. */
@ExtendWith(FirmwareWorkbench.class)
class SettingsTest {
	@Test
	void toolsAreListedWithTheirVersions() throws IOException {
		UiThread.post(() -> PreferencesUtil.createPreferenceDialogOn(Windows.main().getShell(), "org.domainfirmware.firmware.ui.toolchain", null, null).open());
		Shell dialog = Find.shell("Preferences");
		Table table = Find.in(dialog).where("the tools", w -> w instanceof Table t && t.getColumnCount() == 4 && t.getItemCount() > 5).the(Table.class);
		for (String tool : List.of("gcc", "as", "ld", "objcopy", "make", "nasm", "bcc", "as86", "ld86"))
			assertTrue(UiThread.call(() -> row(table, tool).getText(2)).endsWith("/" + tool), tool);
		String gcc = new String(new ProcessBuilder("gcc", "-dumpfullversion").start().getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
		assertEquals(gcc, UiThread.call(() -> row(table, "gcc").getText(1)));
		Screenshot.screen("toolchain");
		Click.on(Find.in(dialog).text("Cancel").the(Button.class));
		Wait.until("the dialog to close", dialog::isDisposed);
	}

	/** They are used by launches, which do without this user interface. */
	@Test
	void defaultRomsAreAPreference(@TempDir Path folder) throws IOException, CoreException {
		Path mine = Files.write(folder.resolve("mine.rom"), new byte[1 << 16]);
		ILaunchConfigurationWorkingCopy guest = DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurationType(DebugCore.LAUNCH_TYPE)
				.newInstance(null, "with the default ROM");
		guest.setAttribute(LaunchAttributes.VGABIOS, LaunchAttributes.NONE);
		UiThread.post(() -> PreferencesUtil.createPreferenceDialogOn(Windows.main().getShell(), "org.domainfirmware.debug.ui.preferences", null,
				null).open());
		Shell dialog = Find.shell("Preferences");
		Text rom = Find.in(dialog).id(DefaultFirmware.ROMBIOS).the(Text.class);
		Button accept = Find.in(dialog).text("Apply and Close").the(Button.class);
		Keys.replace(rom, folder.resolve("missing.rom").toString());
		Keys.press(rom, (char) 0, SWT.END); // the platform looks at the text when a key is released
		Wait.until("no way to accept a file that is missing", () -> !accept.isEnabled());
		Find.in(dialog).textContaining("Default system ROM: there is no such file").the(Widget.class);
		Screenshot.screen("preferences-default-rom");
		Keys.replace(rom, mine.toString());
		Keys.press(rom, (char) 0, SWT.END);
		Click.on(accept);
		Wait.until("the dialog to close", dialog::isDisposed);
		try {
			assertEquals(mine, GuestSettings.of(guest).rombios());
		} finally {
			InstanceScope.INSTANCE.getNode(DebugCore.PLUGIN_ID).remove(DefaultFirmware.ROMBIOS);
		}
	}

	private static TableItem row(Table table, String tool) {
		for (TableItem item : table.getItems())
			if (item.getText(0).equals(tool))
				return item;
		throw new AssertionError(tool + " is not in the list");
	}

	@Test
	void checksumOfTheImagesIsAPropertyOfTheProject() throws IOException {
		EditedProject project = new EditedProject("packed");
		try {
			assertNotEquals(0, sum(project));
			UiThread.post(() -> PreferencesUtil.createPropertyDialogOn(Windows.main().getShell(), project.project(),
					"org.domainfirmware.firmware.ui.buildProperties", null, null).open());
			Shell dialog = Find.shell("Properties for packed");
			Text images = Find.in(dialog).where("the images", w -> w instanceof Text t && t.getText().equals("out/*.rom")).the(Text.class);
			Keys.replace(images, "out/tool.rom");
			Text build = Find.in(dialog).where("the build command", w -> w instanceof Text t && t.getText().equals("make")).the(Text.class);
			Keys.replace(build, "");
			Wait.until("no way to accept that", () -> WidgetTree.all(dialog).stream().noneMatch(w -> w instanceof Button b && b.isEnabled()
					&& WidgetTree.text(b).equals("Apply and Close")));
			Keys.replace(build, "make out/tool.rom");
			Click.on(Find.in(dialog).textContaining("Set the checksum byte").the(Button.class));
			Screenshot.screen("build-properties");
			Click.on(Find.in(dialog).text("Apply and Close").the(Button.class));
			Wait.until("the dialog to close", dialog::isDisposed);
			Wait.work(monitor -> project.project().build(IncrementalProjectBuilder.FULL_BUILD, monitor));
			assertEquals(0, sum(project));
		} finally {
			project.delete();
		}
	}

	/** The sum of the bytes of the option ROM, which a BIOS wants to be 0. */
	private static int sum(EditedProject project) throws IOException {
		int sum = 0;
		for (byte b : Files.readAllBytes(project.file("out/tool.rom").getLocation().toPath()))
			sum += b;
		return sum & 0xFF;
	}
}
