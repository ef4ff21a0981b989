package org.domainfirmware.ui.tests;

import java.util.Arrays;
import java.util.List;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.WidgetTree;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.TreeItem;

/** Run &gt; Debug Configurations..., as a user has it before him. */
final class LaunchDialog {
	private static final String TITLE = "Debug Configurations";
	/** Of the sample project, made at the first start. */
	private static final String OF_THE_SAMPLE = "PC guest with firmware";

	private final Shell shell;

	private LaunchDialog(Shell shell) {
		this.shell = shell;
	}

	static LaunchDialog open() {
		Menus.select("Run", "Debug Configurations...");
		return new LaunchDialog(Find.shell(TITLE));
	}

	Shell shell() {
		return shell;
	}

	/** A new PC Guest, by a double click on its kind; it gets a name. */
	void create(String name) {
		Click.doubleClick(Find.in(shell).text("PC Guest").the(TreeItem.class));
		Text field = Wait.value("the name of a new configuration", () -> {
			Text text = nameField();
			return text != null && text.getText().startsWith("New_configuration") ? text : null;
		});
		Keys.replace(field, name);
		select("Firmware");
	}

	/** The text behind the label "Name:". */
	private Text nameField() {
		Label before = null;
		for (var widget : WidgetTree.all(shell)) {
			if (widget instanceof Label label)
				before = label;
			else if (widget instanceof Text text && text.isVisible() && before != null && WidgetTree.text(before).equals("Name:"))
				return text;
		}
		return null;
	}

	String name() {
		return UiThread.call(() -> nameField() == null ? "" : nameField().getText());
	}

	/** Selects a configuration in the tree. */
	void choose(String name) {
		TreeItem type = Find.in(shell).text("PC Guest").the(TreeItem.class);
		TreeItem item = Wait.value("configuration " + name, () -> {
			type.setExpanded(true);
			return Arrays.stream(type.getItems()).filter(i -> i.getText().equals(name)).findFirst().orElse(null);
		});
		Click.select(item);
		Wait.until("the tabs of " + name, () -> nameField() != null && nameField().getText().equals(name));
	}

	/** Brings a tab to the front. */
	void select(String tab) {
		Click.tab(Find.in(shell).text(tab).the(CTabItem.class));
	}

	void type(String attribute, String value) {
		Keys.replace(Find.in(shell).id(attribute).the(Text.class), value);
	}

	void pick(String attribute, String choice) {
		Combo combo = Find.in(shell).id(attribute).the(Combo.class);
		UiThread.run(() -> {
			int index = Arrays.asList(combo.getItems()).indexOf(choice);
			if (index < 0)
				throw new AssertionError(choice + " is not among " + List.of(combo.getItems()));
			combo.select(index);
			combo.notifyListeners(SWT.Selection, new Event());
		});
	}

	void tick(String attribute, boolean on) {
		Button box = Find.in(shell).id(attribute).the(Button.class);
		if (UiThread.call(box::getSelection) != on)
			Click.on(box);
		Wait.until("the check box " + attribute, () -> box.getSelection() == on);
	}

	/** What a field shows: text, chosen entry, true or false. */
	String shown(String attribute) {
		Control control = Find.in(shell).id(attribute).the(Control.class);
		return UiThread.call(() -> control instanceof Button box ? Boolean.toString(box.getSelection()) : WidgetTree.text(control));
	}

	void press(String button) {
		Click.on(Find.in(shell).text(button).the(Button.class));
	}

	/** Presses a button above the tree, by the start of its tool tip. */
	void pressTool(String tip) {
		Click.on(Find.in(shell).where("the tool " + tip, w -> w instanceof ToolItem && WidgetTree.text(w).startsWith(tip)).the(ToolItem.class));
	}

	boolean enabled(String button) {
		Button found = Find.in(shell).text(button).the(Button.class);
		return UiThread.call(found::isEnabled);
	}

	void save() {
		press("Apply");
		Wait.until("the configuration to be saved", () -> !enabled("Apply"));
	}

	/** Waits until the dialog says what is wrong, and that Debug cannot be pressed. */
	void says(String message) {
		try {
			Find.in(shell).where("the message " + message, w -> (w instanceof Label || w instanceof Text t
					&& (t.getStyle() & SWT.READ_ONLY) != 0) && WidgetTree.text(w).contains(message)).the(Control.class);
		} catch (AssertionError e) {
			throw new AssertionError("the dialog does not say '" + message + "'", e);
		}
		Wait.until("Debug to be disabled", () -> !enabled("Debug"));
	}

	/** Waits until nothing is wrong. */
	void saysNothing() {
		Wait.until("Debug to be enabled", () -> enabled("Debug"));
	}

	/** Closes it; unsaved changes are dropped. */
	void close() {
		if (shell.isDisposed())
			return;
		press("Close");
		Wait.until("the dialog to close or to ask", () -> shell.isDisposed() || question() != null);
		Shell question = UiThread.call(LaunchDialog::question);
		if (question != null)
			Click.on(Find.in(question).text("Don't Save").the(Button.class));
		Wait.until("the dialog to close", shell::isDisposed);
	}

	private static Shell question() {
		return Arrays.stream(UiThread.display().getShells()).filter(s -> s.isVisible() && s.getText().equals("Save Changes")).findFirst()
				.orElse(null);
	}

	static ILaunchManager manager() {
		return DebugPlugin.getDefault().getLaunchManager();
	}

	static List<ILaunchConfiguration> configurations() throws CoreException {
		return List.of(manager().getLaunchConfigurations(manager().getLaunchConfigurationType(DebugCore.LAUNCH_TYPE)));
	}

	static ILaunchConfiguration configuration(String name) throws CoreException {
		return configurations().stream().filter(c -> c.getName().equals(name)).findFirst()
				.orElseThrow(() -> new AssertionError("no configuration " + name));
	}

	/** Those of other tests would fit too, and the workbench would ask which one is meant. */
	static void removeConfigurations() throws CoreException {
		for (ILaunchConfiguration configuration : configurations())
			if (!configuration.getName().equals(OF_THE_SAMPLE))
				configuration.delete();
	}

	/** Closes the one that a failed test left open. */
	static void closeOpen() {
		Shell open = UiThread.call(() -> Arrays.stream(UiThread.display().getShells()).filter(s -> s.isVisible() && s.getText().equals(TITLE))
				.findFirst().orElse(null));
		if (open != null)
			new LaunchDialog(open).close();
	}

	/** Attribute of the image in a drive. */
	static String drive(String name) {
		return LaunchAttributes.drive(name);
	}
}
