package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.domainfirmware.debug.core.breakpoints.GuestAddressBreakpoint;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where the guest executes what nobody has the source of, its instructions are shown, and no editor that says so. */
@ExtendWith(FirmwareWorkbench.class)
class ForeignCodeTest {
	/** 7C00 mov ax,0E41h; 7C03 nop; 7C04 int 10h; 7C06 jmp 7C00h. */
	private static final int[] PROGRAM = { 0xB8, 0x41, 0x0E, 0x90, 0xCD, 0x10, 0xEB, 0xF8 };
	private static final String START = "0000:7C00";
	private static final String BEHIND_THE_CALL = "0000:7C06";

	@TempDir
	Path folder;
	private GuestUnderTest guest;

	private void stopAtTheBootSector() throws CoreException {
		ILaunchConfigurationWorkingCopy configuration = GuestUnderTest.configuration("foreign",
				BootFloppy.with(folder, "foreign.img", PROGRAM));
		configuration.setAttribute(LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_BOOT_SECTOR);
		guest = GuestUnderTest.debug(configuration.doSave());
		guest.waitUntilStopped();
	}

	private static boolean inFront(String id) {
		IViewPart view = Windows.main().getActivePage().findView(id);
		return view != null && Windows.main().getActivePage().isPartVisible(view);
	}

	private static boolean shows(String address) {
		return Windows.main().getActivePage().findView(DisassemblyView.ID) instanceof DisassemblyView view
				&& view.shownRows().stream().anyMatch(r -> r.cell(2).equals(address));
	}

	private static List<String> editors() {
		return UiThread.call(() -> Arrays.stream(Windows.main().getActivePage().getEditorReferences()).map(IEditorReference::getTitle)
				.toList());
	}

	@Test
	void theDisassemblyComesToTheFront() throws CoreException {
		UiThread.run(() -> Windows.main().getActivePage().closeAllEditors(false));
		Windows.view(IDebugUIConstants.ID_VARIABLE_VIEW);
		Windows.view(IDebugUIConstants.ID_DEBUG_VIEW);
		assertFalse(UiThread.call(() -> inFront(DisassemblyView.ID)));
		stopAtTheBootSector();
		Wait.until("the boot sector in the Disassembly", () -> inFront(DisassemblyView.ID) && shows(START));
		assertEquals(List.of(), editors());
		Screenshot.screen("foreign-code");

		// Who looks at something else while he steps goes on doing so; a double click on the frame asks for its code.
		Windows.view(IDebugUIConstants.ID_VARIABLE_VIEW);
		guest.untilItStopsAgain(() -> Menus.select("Run", "Step Over"));
		TreeItem frame = frame("0000:7C03");
		assertTrue(UiThread.call(() -> inFront(IDebugUIConstants.ID_VARIABLE_VIEW)));
		Click.doubleClick(frame);
		Wait.until("the Disassembly", () -> inFront(DisassemblyView.ID));
		assertEquals(List.of(), editors());
	}

	@Test
	void theCallerOfTheFirmwareIsShownToo() throws CoreException {
		stopAtTheBootSector();
		new GuestAddressBreakpoint(GuestAddress.linear(0x7C04));
		guest.untilItStopsAgain(() -> Menus.select("Run", "Resume"));
		guest.untilItStopsAgain(() -> Menus.select("Run", "Step Into"));
		guest.untilItStopsAgain(() -> Menus.select("Run", "Step Into"));
		Windows.view(IDebugUIConstants.ID_VARIABLE_VIEW);
		Click.doubleClick(frame(BEHIND_THE_CALL));
		Wait.until("the caller's code", () -> inFront(DisassemblyView.ID) && selected().cell(2).equals(BEHIND_THE_CALL));
		Screenshot.screen("foreign-caller");
	}

	private static TreeItem frame(String address) {
		return Find.in(Windows.main().getShell()).where("frame " + address, w -> w instanceof TreeItem i && i.getText().contains(address)
				&& i.getParentItem() != null && i.getParentItem().getText().startsWith("Processor")).the(TreeItem.class);
	}

	private static Row selected() {
		DisassemblyView view = (DisassemblyView) Windows.main().getActivePage().findView(DisassemblyView.ID);
		TreeItem[] chosen = view.tree().viewer().getTree().getSelection();
		return view.shownRows().stream().filter(r -> chosen.length == 1 && r.cell(2).equals(chosen[0].getText(2))).findFirst()
				.orElse(view.shownRows().get(0));
	}
}
