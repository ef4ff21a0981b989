package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.domainfirmware.doc.HelpPage;
import org.domainfirmware.doc.HelpView;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.WidgetTree;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The help and the cheat sheet "Your first ROM change" in the stand-alone workbench. */
@ExtendWith(FirmwareWorkbench.class)
class HelpTest {
	private static final String DOC = "org.domainfirmware.doc";

	/** The perspective's reset leaves these two: they go along from perspective to perspective. */
	@AfterEach
	void closeHelp() {
		close(HelpView.ID);
		close("org.eclipse.ui.cheatsheets.views.CheatSheetView");
	}

	private static void close(String view) {
		UiThread.run(() -> {
			IViewReference open = Windows.page().findViewReference(view);
			if (open != null)
				Windows.page().hideView(open);
		});
	}

	@Test
	void everyWayToTheHelpLeadsToItsPages() {
		Menus.select("Help", "Firmware Help");
		StyledText page = shown("The main job");
		Tree contents = Find.in(Windows.main().getShell()).where("the contents", w -> w instanceof Tree t && t.getItemCount() == 1
				&& t.getItem(0).getText().equals("Domain Firmware Workbench")).the(Tree.class);
		TreeItem editor = UiThread.call(() -> Arrays.stream(contents.getItem(0).getItems()).filter(i -> i.getText().equals("The source editor"))
				.findFirst().orElseThrow());
		Click.select(editor);
		shown("Ctrl+Space");
		Screenshot.screen("help");
		Click.on(Find.in(Windows.main().getShell()).where("the view's Back", w -> WidgetTree.text(w).equals("Back") && above(w, page)).the(ToolItem.class));
		shown("The main job");
		UiThread.run(() -> PlatformUI.getWorkbench().getHelpSystem().displayHelpResource("/org.domainfirmware.doc/html/rom-layout.html"));
		shown("The ROM Layout view");
		UiThread.run(() -> PlatformUI.getWorkbench().getHelpSystem().displayHelp());
		assertTrue(UiThread.call(() -> Windows.page().isPartVisible(Windows.page().findView(HelpView.ID))));
	}

	/** True for an item of the view's own bar, not of the window's. */
	private static boolean above(Widget item, StyledText page) {
		if (!(item instanceof ToolItem t))
			return false;
		Point bar = t.getParent().toDisplay(0, 0);
		Point text = page.toDisplay(0, 0);
		return bar.y < text.y && text.y - bar.y < 100;
	}

	private static StyledText shown(String content) {
		return Find.in(Windows.main().getShell()).where("a page with " + content, w -> w instanceof StyledText t && t.getText().contains(content)
				&& (t.getStyle() & SWT.READ_ONLY) != 0).the(StyledText.class);
	}

	@Test
	void everyTopicHasAPageAndEveryLinkATarget() throws IOException {
		List<String> pages = new ArrayList<>();
		for (IToc toc : HelpSystem.getTocs())
			for (ITopic topic : toc.getTopics())
				collect(topic, pages);
		assertTrue(pages.size() >= 4, pages::toString);
		for (String href : pages) {
			HelpPage page = HelpPage.read(content(href));
			assertFalse(page.title().isEmpty(), href);
			assertFalse(page.text().contains("<"), href);
			assertTrue(page.marks().stream().anyMatch(m -> m.look() == HelpPage.Look.TITLE), href);
			for (HelpPage.Mark mark : page.marks())
				if (mark.look() == HelpPage.Look.LINK && !mark.target().matches("https?:.*"))
					content(URI.create(href).resolve(mark.target()).toString());
		}
	}

	private static void collect(ITopic topic, List<String> pages) {
		if (topic.getHref() != null)
			pages.add(topic.getHref());
		Arrays.stream(topic.getSubtopics()).forEach(t -> collect(t, pages));
	}

	private static byte[] content(String href) throws IOException {
		String[] parts = href.replaceFirst("#.*", "").split("/", 3);
		URL entry = Platform.getBundle(parts[1]).getEntry(parts[2]);
		assertNotNull(entry, href);
		try (InputStream in = entry.openStream()) {
			return in.readAllBytes();
		}
	}

	@Test
	void pageBecomesTextWithMarks() throws IOException {
		HelpPage page = HelpPage.read(("<!DOCTYPE html><html><head><title>T</title></head><body><h1>Head</h1><p>One <b>bold</b>\n and <code>a &lt; b</code>, "
				+ "see <a href=\"x.html\">there</a>.</p><ol><li>first</li><li>second</li></ol><table><tr><td>F3</td><td>goes</td></tr></table></body></html>")
				.getBytes());
		assertEquals("T", page.title());
		assertEquals("Head\n\nOne bold and a < b, see there.\n\n  1. first\n  2. second\n\n  F3 \u2013 goes\n", page.text());
		assertEquals("x.html", page.linkAt(page.text().indexOf("there")));
		assertEquals("", page.linkAt(0));
	}

	@Test
	void firstRomChangeLeadsThroughItsSteps() {
		Menus.select("Help", "Cheat Sheets...");
		Shell dialog = Find.shell("Cheat Sheet Selection");
		Tree sheets = Find.in(dialog).the(Tree.class);
		TreeItem category = Wait.value("the category", () -> Arrays.stream(sheets.getItems()).filter(i -> i.getText().equals("Firmware")).findFirst().orElse(null));
		UiThread.run(() -> {
			Event event = new Event();
			event.item = category;
			sheets.notifyListeners(SWT.Expand, event);
			category.setExpanded(true);
		});
		Click.select(Wait.value("the cheat sheet", () -> Arrays.stream(category.getItems()).filter(i -> i.getText().equals("Your first ROM change"))
				.findFirst().orElse(null)));
		Click.on(Find.in(dialog).text("OK").the(Button.class));
		press("Click to Begin");
		press("Click to perform");
		assertEquals("org.domainfirmware.debug.ui.perspective", UiThread.call(() -> Windows.page().getPerspective().getId()));
		press("Click to perform");
		Shell wizard = Find.shell("New Firmware Project");
		Screenshot.screen("cheat-sheet");
		Click.on(Find.in(wizard).text("Cancel").the(Button.class));
		Wait.until("the wizard to close", wizard::isDisposed);
		press("Click when complete");
		close("org.domainfirmware.firmware.ui.romLayout");
		press("Click to perform");
		Wait.until("ROM Layout", () -> Windows.page().findViewReference("org.domainfirmware.firmware.ui.romLayout") != null);
		press("Click when complete");
		Wait.until("the last step to be done", () -> WidgetTree.all(Windows.main().getShell()).stream()
				.noneMatch(w -> w instanceof Hyperlink l && l.isVisible() && "Click when complete".equalsIgnoreCase(l.getText())));
		Screenshot.screen("cheat-sheet-done");
	}

	/** Activates the link of the step that the cheat sheet has come to. */
	private static void press(String name) {
		Hyperlink link = Find.in(Windows.main().getShell()).where("the link " + name, w -> w instanceof Hyperlink l && name.equalsIgnoreCase(l.getText()))
				.the(Hyperlink.class);
		UiThread.post(() -> Keys.press(link, '\r', SWT.CR));
	}
}
