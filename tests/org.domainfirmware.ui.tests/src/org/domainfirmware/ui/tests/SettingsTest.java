package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.WidgetTree;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
