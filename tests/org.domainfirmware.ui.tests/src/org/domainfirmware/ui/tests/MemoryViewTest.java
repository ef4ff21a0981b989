package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.TableCursor;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The Memory view of the platform on a guest: monitors by segment and offset, registers, linear and physical addresses. */
@ExtendWith(FirmwareWorkbench.class)
class MemoryViewTest {
	private static final int ROW = 16;

	@TempDir
	private Path folder;
	private ViewsGuest views;

	@BeforeEach
	void guest() throws CoreException, IOException {
		views = ViewsGuest.start(SampleFirmware.built(), folder);
		views.pressAndStop('s');
	}

	@AfterEach
	void removeMonitors() {
		var manager = DebugPlugin.getDefault().getMemoryBlockManager();
		manager.removeMemoryBlocks(manager.getMemoryBlocks());
	}

	/** Adds a monitor by the view's button and its dialog. */
	private static void monitor(String expression) {
		Windows.view(IDebugUIConstants.ID_MEMORY_VIEW);
		ToolItem add = Find.in(Windows.main().getShell()).text("Add Memory Monitor").the(ToolItem.class);
		UiThread.post(() -> add.notifyListeners(SWT.Selection, new Event()));
		Shell dialog = Find.shell("Monitor Memory");
		Combo field = Find.in(dialog).the(Combo.class);
		UiThread.run(() -> field.setText(expression));
		Click.on(Find.in(dialog).text("OK").the(Button.class));
		Wait.until("the dialog to close", dialog::isDisposed);
	}

	/** The table that is shown, once it has a row with the label. */
	private static Table table(String label) {
		return Wait.value("a row " + label, () -> Find.in(Windows.main().getShell()).all(Table.class).stream()
				.filter(t -> row(t, label) != null).findFirst().orElse(null));
	}

	private static TableItem row(Table table, String label) {
		return UiThread.call(() -> {
			for (TableItem item : table.getItems())
				if (item.getText(0).equals(label))
					return item;
			return null;
		});
	}

	/** The bytes of a row as the columns have them. */
	private static String bytes(Table table, String label) {
		return UiThread.call(() -> {
			TableItem item = row(table, label);
			StringBuilder text = new StringBuilder();
			for (int column = 1; column < table.getColumnCount(); column++)
				text.append(item.getText(column));
			return text.toString();
		});
	}

	private void shows(String label, int physical) {
		String expected = HexFormat.of().withUpperCase().formatHex(views.physical(physical, ROW));
		Table table = table(label);
		Wait.until(label + " to be " + expected, () -> bytes(table, label).equals(expected));
	}

	@Test
	void rowsBeginAsTheMemoryWasAskedFor() {
		monitor("07C0:0000");
		shows("07C0:0000", 0x7C00);
		shows("07C0:0010", 0x7C10);
		Screenshot.screen("memory-segment-offset");
		monitor("physical:FFFF0");
		shows("000FFFF0", 0xFFFF0);
		assertTrue(bytes(table("000FFFF0"), "000FFFF0").startsWith("EA"), "a far jump at the reset vector");
		int cs = views.guest().answer(views.port().registers()).segment(1).selector();
		monitor("cs:0xFF50");
		shows(String.format("%04X:FF50", cs), (cs << 4) + 0xFF50);
		monitor("0xB8000");
		shows("000B8000", 0xB8000);
		Screenshot.screen("memory-monitors");
		Click.select(Find.in(Windows.main().getShell()).textContaining("07C0:0000").the(TreeItem.class));
		shows("07C0:0000", 0x7C00);
	}

	@Test
	void aByteIsTypedIntoTheGuest() {
		monitor("0040:00F0");
		Table table = table("0040:00F0");
		assertEquals("73", HexFormat.of().formatHex(views.physical(0x4F0, 1)), "what the program left there");
		TableCursor cursor = UiThread.call(() -> (TableCursor) List.of(table.getChildren()).stream().filter(TableCursor.class::isInstance)
				.findFirst().orElseThrow());
		UiThread.run(() -> {
			cursor.setSelection(row(table, "0040:00F0"), 1);
			cursor.notifyListeners(SWT.Selection, new Event());
		});
		Keys.press(cursor, 'A', 'a');
		Text cell = Find.in(table).the(Text.class);
		Keys.replace(cell, "A5000000");
		UiThread.run(() -> cell.notifyListeners(SWT.DefaultSelection, new Event()));
		Wait.until("the byte in the guest", () -> views.physical(0x4F0, 1)[0] == (byte) 0xA5);
		shows("0040:00F0", 0x4F0);
		Screenshot.screen("memory-edited");
	}

	@Test
	void whatIsNoAddressIsRefusedInWords() {
		Windows.view(IDebugUIConstants.ID_MEMORY_VIEW);
		monitor("no_such_name");
		Shell problem = Find.shell("Add Memory Monitor");
		Screenshot.screen("memory-refused");
		Click.on(Find.in(problem).text("OK").the(Button.class));
	}
}
