package org.domainfirmware.ui.driver;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.intro.IIntroManager;

/** The main window, its perspectives and views. */
public final class Windows {
	private Windows() {
	}

	/** The main window. Without a window manager none may be active, then it is the first. */
	public static IWorkbenchWindow main() {
		return Wait.value("the main window", () -> {
			IWorkbench workbench = PlatformUI.getWorkbench();
			IWorkbenchWindow active = workbench.getActiveWorkbenchWindow();
			if (active != null)
				return active;
			return workbench.getWorkbenchWindowCount() == 0 ? null : workbench.getWorkbenchWindows()[0];
		});
	}

	public static IWorkbenchPage page() {
		IWorkbenchWindow window = main();
		return Wait.value("a page in the main window", window::getActivePage);
	}

	/** Gives the main window a size, in pixels: without a window manager it would have an arbitrary one. */
	public static void size(int width, int height) {
		Shell shell = main().getShell();
		UiThread.run(() -> {
			shell.setMaximized(false);
			shell.setBounds(0, 0, width, height);
			shell.forceActive();
		});
	}

	public static void closeWelcome() {
		UiThread.run(() -> {
			IIntroManager intro = PlatformUI.getWorkbench().getIntroManager();
			if (intro.getIntro() != null)
				intro.closeIntro(intro.getIntro());
		});
	}

	public static void perspective(String id) {
		IWorkbenchWindow window = main();
		UiThread.run(() -> {
			try {
				PlatformUI.getWorkbench().showPerspective(id, window);
			} catch (WorkbenchException e) {
				throw new AssertionError("no perspective " + id, e);
			}
		});
	}

	/** Opens a view and brings it to the front. */
	public static IViewPart view(String id) {
		IWorkbenchPage page = page();
		return UiThread.call(() -> {
			try {
				return page.showView(id);
			} catch (PartInitException e) {
				throw new AssertionError("view " + id + " does not open", e);
			}
		});
	}
}
