package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.domainfirmware.debug.ui.rows.RowsView;
import org.domainfirmware.debug.ui.vga.VgaDisplayView;
import org.domainfirmware.debug.ui.views.DescriptorTablesView;
import org.domainfirmware.debug.ui.views.DevicesView;
import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.domainfirmware.debug.ui.views.E820MapView;
import org.domainfirmware.debug.ui.views.SegmentStateView;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.WidgetTree;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.IDebugView;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** No action is offered that cannot be done: menus, buttons and context menus in every state a guest can be in. */
@ExtendWith(FirmwareWorkbench.class)
class OfferedActionsTest {
	/** jmp $. */
	private static final int[] FOREVER = { 0xEB, 0xFE };
	/** Actions that the state decides; each is either offered in a state or not. */
	private static final Set<String> CONTROL = Set.of("Resume", "Suspend", "Terminate", "Disconnect", "Step Into", "Step Over", "Step Return",
			"Reset Guest", "Reload Firmware");
	private static final Set<String> IN_DEBUG_VIEW = Set.of("Resume", "Suspend", "Terminate", "Disconnect", "Step Into", "Step Over",
			"Step Return", "Drop To Frame", "Terminate and Relaunch", "Terminate/Disconnect All");
	private static final Set<String> GUEST_BUTTONS = Set.of("Instruction Stepping Mode", "Reset Guest", "Reload Firmware");
	private static final Set<String> INSTRUCTION = Set.of("Toggle Breakpoint", "Run to Here", "Continue from Here (set EIP)",
			"Copy the selected rows");
	private static final List<String> ROW_VIEWS = List.of(DisassemblyView.ID, SegmentStateView.ID, DescriptorTablesView.ID, DevicesView.ID,
			E820MapView.ID);

	@TempDir
	Path folder;
	private ILaunchConfiguration configuration;
	private IFile post;

	@BeforeEach
	void configure() throws CoreException {
		post = SampleFirmware.built().getFile("rombios/post.c");
		configuration = GuestUnderTest.configuration("offered", BootFloppy.with(folder, "offered.img", FOREVER)).doSave();
	}

	/** Waits until exactly these of some actions can be chosen; those that are absent cannot. */
	private static void only(String where, Set<String> some, Supplier<Map<String, Boolean>> offered, String... wanted) {
		Set<String> expected = Set.of(wanted);
		try {
			Wait.until("what is offered in " + where, () -> enabled(offered.get(), some).equals(expected));
		} catch (AssertionError e) {
			assertEquals(expected, UiThread.call(() -> enabled(offered.get(), some)), where);
			throw e;
		}
	}

	private static Set<String> enabled(Map<String, Boolean> offered, Set<String> some) {
		Set<String> enabled = new HashSet<>(some);
		enabled.removeIf(action -> !offered.getOrDefault(action, false));
		return enabled;
	}

	private static void runMenu(String... wanted) {
		only("the Run menu", CONTROL, () -> Menus.offered("Run"), wanted);
		assertFalse(Menus.offered("Run").containsKey("Use Step Filters"), "guests have none");
	}

	private static Tree tree(String view) {
		IViewPart part = Windows.view(view);
		return UiThread.call(() -> (Tree) part.getAdapter(IDebugView.class).getViewer().getControl());
	}

	private static void debugView(String... wanted) {
		Tree tree = tree(IDebugUIConstants.ID_DEBUG_VIEW);
		only("the Debug view's context menu", IN_DEBUG_VIEW, () -> Menus.offered(tree), wanted);
	}

	/** The buttons of a view's tool bar. */
	private static Map<String, Boolean> buttons(String id) {
		Map<String, Boolean> buttons = new LinkedHashMap<>();
		ToolBar bar = ((ToolBarManager) Windows.main().getActivePage().findView(id).getViewSite().getActionBars().getToolBarManager())
				.getControl();
		for (ToolItem item : bar.getItems())
			if ((item.getStyle() & SWT.SEPARATOR) == 0)
				buttons.put(WidgetTree.text(item), item.isEnabled());
		return buttons;
	}

	private static void guestButtons(String... wanted) {
		Windows.view(IDebugUIConstants.ID_DEBUG_VIEW);
		only("the Debug view's tool bar", GUEST_BUTTONS, () -> buttons(IDebugUIConstants.ID_DEBUG_VIEW), wanted);
	}

	private static void ourViews(boolean guest) {
		for (String id : ROW_VIEWS) {
			RowsView view = (RowsView) Windows.view(id);
			Wait.until("the buttons of " + view.getTitle(), () -> !view.shownRows().isEmpty() == guest
					&& buttons(id).values().stream().allMatch(b -> b == guest));
			Map<String, Boolean> context = Menus.offered(view.tree().control());
			assertEquals(guest, context.get("Copy all rows"), id);
			assertEquals(guest, context.get("Export..."), id);
		}
		Windows.view(VgaDisplayView.ID);
		only("VGA Display", Set.of("Save the screen as PNG..."), () -> buttons(VgaDisplayView.ID),
				guest ? new String[] { "Save the screen as PNG..." } : new String[0]);
	}

	@Test
	void nothingIsLaunched() throws CoreException {
		DebugPlugin.getDefault().getLaunchManager().removeLaunches(DebugPlugin.getDefault().getLaunchManager().getLaunches());
		runMenu();
		debugView();
		guestButtons();
		ourViews(false);
		breakpointsWithoutSelection();
	}

	private static void breakpointsWithoutSelection() {
		Tree tree = tree(IDebugUIConstants.ID_BREAKPOINT_VIEW);
		only("the Breakpoints view", Set.of("Go to File", "Enable", "Disable", "Disable All", "Remove", "Remove All", "Properties"),
				() -> Menus.offered(tree));
	}

	@Test
	void aGuestRunsAndIsTerminated() throws CoreException {
		GuestUnderTest guest = GuestUnderTest.debug(configuration);
		guest.waitForScreen("Workbench ROMBIOS");
		runMenu("Suspend", "Terminate", "Reset Guest", "Reload Firmware");
		debugView("Suspend", "Terminate", "Terminate and Relaunch", "Terminate/Disconnect All");
		guestButtons("Instruction Stepping Mode", "Reset Guest", "Reload Firmware");
		ourViews(true);
		instruction("Toggle Breakpoint", "Copy the selected rows");
		noVariables();

		guest.terminate();
		runMenu();
		debugView();
		guestButtons();
		ourViews(false);
		noVariables();
	}

	private static void noVariables() {
		for (String view : new String[] { IDebugUIConstants.ID_VARIABLE_VIEW, IDebugUIConstants.ID_REGISTER_VIEW }) {
			Tree tree = tree(view);
			only(view, Set.of("Change Value...", "Watch", "Find..."), () -> Menus.offered(tree));
		}
	}

	/** What can be done with an instruction of the Disassembly that is selected. */
	private static void instruction(String... wanted) {
		DisassemblyView view = (DisassemblyView) Windows.view(DisassemblyView.ID);
		Tree tree = view.tree().viewer().getTree();
		Click.select(Wait.value("an instruction", () -> Arrays.stream(tree.getItems()).filter(i -> !i.getText(3).isEmpty()).findFirst()
				.orElse(null)));
		only("the Disassembly", INSTRUCTION, () -> Menus.offered(tree), wanted);
	}

	@Test
	void aGuestStandsInForeignCode() throws CoreException {
		GuestUnderTest guest = GuestUnderTest.debug(configuration);
		guest.waitForScreen("Booting from floppy");
		Menus.select("Run", "Suspend");
		guest.waitUntilStopped();
		Find.in(Windows.main().getShell()).text("0000:7C00").the(TreeItem.class);
		// Nothing is known of who called the boot sector.
		runMenu("Resume", "Terminate", "Step Into", "Step Over", "Reset Guest", "Reload Firmware");
		debugView("Resume", "Terminate", "Step Into", "Step Over", "Terminate and Relaunch", "Terminate/Disconnect All");
		guestButtons("Instruction Stepping Mode", "Reset Guest", "Reload Firmware");
		ourViews(true);
		instruction("Toggle Breakpoint", "Run to Here", "Continue from Here (set EIP)", "Copy the selected rows");
		Tree variables = tree(IDebugUIConstants.ID_VARIABLE_VIEW);
		only("the Variables view", Set.of("Change Value...", "Watch"), () -> Menus.offered(variables));
		registers();
	}

	@Test
	void aGuestStandsInTheFirmware() throws CoreException {
		int line = SampleFirmware.line(post, "steps[i].run()");
		GuestUnderTest.debugTo(configuration, post, line);
		runMenu("Resume", "Terminate", "Step Into", "Step Over", "Step Return", "Reset Guest", "Reload Firmware");
		debugView("Resume", "Terminate", "Step Into", "Step Over", "Step Return", "Terminate and Relaunch", "Terminate/Disconnect All");
		guestButtons("Instruction Stepping Mode", "Reset Guest", "Reload Firmware");
		instruction("Toggle Breakpoint", "Run to Here", "Continue from Here (set EIP)", "Copy the selected rows");
		variables();
		registers();

		Tree breakpoints = tree(IDebugUIConstants.ID_BREAKPOINT_VIEW);
		Click.select(Find.in(breakpoints).textContaining("post.c").the(TreeItem.class));
		only("the Breakpoints view", Set.of("Go to File", "Enable", "Disable", "Remove", "Remove All"),
				() -> Menus.offered(breakpoints), "Go to File", "Disable", "Remove", "Remove All");

		SourceBreakpoints.caret(post, line);
		only("the Run menu", Set.of("Run to Line", "Toggle Breakpoint", "Toggle Line Breakpoint", "Toggle Watchpoint", "Toggle Method Breakpoint"),
				() -> Menus.offered("Run"), "Run to Line", "Toggle Breakpoint", "Toggle Line Breakpoint");
	}

	/** A variable can be changed and watched. */
	private static void variables() {
		Tree tree = tree(IDebugUIConstants.ID_VARIABLE_VIEW);
		Click.select(Find.in(tree).text("i").the(TreeItem.class));
		only("the Variables view", Set.of("Change Value...", "Watch"), () -> Menus.offered(tree), "Change Value...", "Watch");
		Menus.context(tree, "Watch");
		Wait.until("the watch", () -> Arrays.stream(DebugPlugin.getDefault().getExpressionManager().getExpressions())
				.anyMatch(e -> e.getExpressionText().equals("i") && e.getValue() != null));
	}

	private static void registers() {
		Tree tree = tree(IDebugUIConstants.ID_REGISTER_VIEW);
		TreeItem general = Find.in(tree).text("General").the(TreeItem.class);
		Click.select(general);
		only("a register group", Set.of("Change Value...", "Watch"), () -> Menus.offered(tree));
	}
}
