package org.domainfirmware.ui.driver;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;

/**
 * Looks for one widget by kind, text and id: {@code Find.in(dialog).text("Finish").the(Button.class)}. It waits for the widget
 * to appear. Only visible widgets are found.
 */
public final class Find {
	/** Key of {@link Widget#getData(String)} under which widgets of ours carry an id for tests. */
	public static final String ID = "org.domainfirmware.id";

	private final Supplier<? extends Widget> root;
	private final Predicate<Widget> filter;
	private final String description;

	private Find(Supplier<? extends Widget> root, Predicate<Widget> filter, String description) {
		this.root = root;
		this.filter = filter;
		this.description = description;
	}

	public static Find in(Widget root) {
		return new Find(() -> root, WidgetTree::visible, "");
	}

	/** Waits for a window whose title contains the text. */
	public static Shell shell(String title) {
		return Wait.value("a window titled " + title, () -> {
			for (Shell shell : UiThread.display().getShells())
				if (shell.isVisible() && shell.getText().contains(title))
					return shell;
			return null;
		});
	}

	/** Only widgets with exactly this text (a tool item's or an icon button's tool tip counts as its text). */
	public Find text(String text) {
		return where("text '" + text + "'", widget -> WidgetTree.text(widget).equals(text));
	}

	public Find textContaining(String part) {
		return where("text with '" + part + "'", widget -> WidgetTree.text(widget).contains(part));
	}

	public Find id(String id) {
		return where("id " + id, widget -> id.equals(widget.getData(ID)));
	}

	public Find where(String what, Predicate<Widget> condition) {
		return new Find(root, filter.and(condition), description + " " + what);
	}

	/** The first such widget of the kind; fails when none appears in time. */
	public <T extends Widget> T the(Class<T> kind) {
		return Wait.value("a " + kind.getSimpleName() + " with" + description, () -> {
			List<T> found = now(kind);
			return found.isEmpty() ? null : found.get(0);
		});
	}

	/** All such widgets there are now. */
	public <T extends Widget> List<T> all(Class<T> kind) {
		return UiThread.call(() -> now(kind));
	}

	private <T extends Widget> List<T> now(Class<T> kind) {
		return WidgetTree.all(root.get()).stream().filter(kind::isInstance).filter(filter).map(kind::cast).toList();
	}
}
