package org.domainfirmware.ui.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;

/** Walks widgets and says what they show. All methods but {@link #ofAllShells} are called in the UI thread. */
public final class WidgetTree {
	private WidgetTree() {
	}

	/** The widget and everything in it, parents before children. */
	public static List<Widget> all(Widget root) {
		List<Widget> all = new ArrayList<>();
		visit(root, all::add);
		return all;
	}

	private static void visit(Widget widget, Consumer<Widget> visitor) {
		if (widget == null || widget.isDisposed())
			return;
		visitor.accept(widget);
		for (Widget child : children(widget))
			visit(child, visitor);
	}

	private static List<Widget> children(Widget widget) {
		List<Widget> children = new ArrayList<>();
		if (widget instanceof ToolBar bar)
			children.addAll(Arrays.asList(bar.getItems()));
		if (widget instanceof Table table)
			children.addAll(Arrays.asList(table.getItems()));
		if (widget instanceof Tree tree)
			children.addAll(Arrays.asList(tree.getItems()));
		if (widget instanceof TreeItem item && item.getExpanded())
			children.addAll(Arrays.asList(item.getItems()));
		if (widget instanceof CTabFolder folder)
			children.addAll(Arrays.asList(folder.getItems()));
		if (widget instanceof TabFolder folder)
			children.addAll(Arrays.asList(folder.getItems()));
		if (widget instanceof Composite composite)
			children.addAll(Arrays.asList(composite.getChildren()));
		return children;
	}

	/** The text a person reads on the widget, without mnemonics; empty when it has none. */
	public static String text(Widget widget) {
		String text = "";
		if (widget instanceof ToolItem item)
			text = item.getText().isEmpty() ? tooltip(item.getToolTipText()) : item.getText();
		else if (widget instanceof Item item)
			text = item.getText();
		else if (widget instanceof Button button)
			text = button.getText().isEmpty() ? tooltip(button.getToolTipText()) : button.getText();
		else if (widget instanceof Label label)
			text = label.getText();
		else if (widget instanceof CLabel label)
			text = label.getText();
		else if (widget instanceof Link link)
			text = link.getText().replaceAll("</?a[^>]*>", "");
		else if (widget instanceof Text field)
			text = field.getText();
		else if (widget instanceof StyledText editor)
			return editor.getText();
		else if (widget instanceof Combo combo)
			text = combo.getText();
		else if (widget instanceof Group group)
			text = group.getText();
		else if (widget instanceof Shell shell)
			text = shell.getText();
		int accelerator = text.indexOf('\t');
		return (accelerator < 0 ? text : text.substring(0, accelerator)).replace("&", "");
	}

	private static String tooltip(String text) {
		return text == null ? "" : text.replaceAll(" \\([^)]*\\)$", "");
	}

	public static boolean visible(Widget widget) {
		if (widget instanceof Control control)
			return control.isVisible();
		if (widget instanceof ToolItem item)
			return item.getParent().isVisible();
		if (widget instanceof TreeItem item)
			return item.getParent().isVisible();
		return !(widget instanceof CTabItem item) || item.getParent().isVisible();
	}

	/** Kind and text of a widget, for messages; may be called in any thread. */
	static String name(Widget widget) {
		return UiThread.call(() -> widget.isDisposed() ? "disposed " + widget.getClass().getSimpleName()
				: widget.getClass().getSimpleName() + " '" + text(widget) + "'");
	}

	/** Every visible widget with a text, an indented line each: what a failed test prints. */
	public static String ofAllShells() {
		return UiThread.call(() -> {
			StringBuilder out = new StringBuilder();
			for (Shell shell : UiThread.display().getShells())
				if (shell.isVisible())
					print(shell, "", out);
			return out.toString();
		});
	}

	private static void print(Widget widget, String indent, StringBuilder out) {
		if (!visible(widget))
			return;
		String text = text(widget).lines().findFirst().orElse("");
		if (!text.isEmpty())
			out.append(indent).append(widget.getClass().getSimpleName()).append(": ").append(text).append('\n');
		for (Widget child : children(widget))
			print(child, text.isEmpty() ? indent : indent + "  ", out);
	}
}
