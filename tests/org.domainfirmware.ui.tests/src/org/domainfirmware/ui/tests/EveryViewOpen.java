package org.domainfirmware.ui.tests;

import java.util.List;

import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A test with every view visible. */
abstract class EveryViewOpen {
	/** Sixteen views are made here in one turn, as nobody does who uses the workbench: before the watchdog looks. */
	@BeforeAll
	static void makeViews() {
		Windows.perspective(EverythingPerspective.ID);
	}

	/** Views that are in several perspectives live until the last of these is closed. */
	@AfterAll
	static void closeViews() {
		IPerspectiveDescriptor everything = PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(EverythingPerspective.ID);
		IWorkbenchPage page = Windows.page();
		UiThread.run(() -> page.closePerspective(everything, false, false));
	}

	@BeforeEach
	void showViews() {
		Windows.perspective(EverythingPerspective.ID);
		for (List<String> column : EverythingPerspective.COLUMNS)
			column.forEach(Windows::view);
	}
}
