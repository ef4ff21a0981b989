package org.domainfirmware.ui.tests;

import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the welcome page one comes to the projects: the Debug button launches what is selected in the active part. */
@ExtendWith(FirmwareWorkbench.class)
class WelcomeTest {
	@BeforeEach
	void open() {
		Windows.view(IDebugUIConstants.ID_DEBUG_VIEW);
		Menus.select("Help", "Welcome");
		Wait.until("the welcome page", () -> PlatformUI.getWorkbench().getIntroManager().getIntro() != null);
	}

	private static String activePart() {
		return UiThread.call(() -> Windows.page().getActivePart() == null ? "" : Windows.page().getActivePart().getSite().getId());
	}

	private static void leadsToTheProjects() {
		Wait.until("the welcome page to close", () -> PlatformUI.getWorkbench().getIntroManager().getIntro() == null);
		Wait.until("the projects to be active", () -> activePart().equals(IPageLayout.ID_PROJECT_EXPLORER));
	}

	@Test
	void itsLinkLeadsToTheProjects() {
		Screenshot.screen("welcome");
		Click.at(Find.in(Windows.main().getShell()).where("the link", w -> w instanceof Hyperlink link
				&& link.getText().equals("Go to the workbench")).the(Hyperlink.class), 5, 5);
		leadsToTheProjects();
	}

	@Test
	void itsTabDoesSoToo() {
		CTabFolder folder = Find.in(Windows.main().getShell()).where("the tab", w -> w instanceof CTabFolder f && f.getItemCount() == 1
				&& f.getItem(0).getText().equals("Welcome")).the(CTabFolder.class);
		// The cross at the tab's end.
		Point cross = UiThread.call(() -> {
			Rectangle tab = folder.getItem(0).getBounds();
			return new Point(tab.x + tab.width - 12, tab.y + tab.height / 2);
		});
		Click.at(folder, cross.x, cross.y);
		leadsToTheProjects();
	}
}
