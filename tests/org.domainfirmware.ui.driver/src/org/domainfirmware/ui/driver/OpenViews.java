package org.domainfirmware.ui.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.IViewDescriptor;

/**
 * For installations that no test framework runs in: when the system property {@code dfw.openViews} names a file, the workbench
 * opens every view of ours at its start, writes a result line for each to the file (passed or failed, name, reason, with tabs
 * between), and closes.
 */
public class OpenViews implements IStartup {
	private static final String PERSPECTIVE = "org.domainfirmware.debug.ui.perspective";

	@Override
	public void earlyStartup() {
		String file = System.getProperty("dfw.openViews");
		if (file == null)
			return;
		List<String> lines = new ArrayList<>();
		try {
			Windows.size(1600, 1000);
			Windows.closeWelcome();
			Windows.perspective(PERSPECTIVE);
			lines.add("passed\tthe Firmware perspective opens\t");
			for (IViewDescriptor view : PlatformUI.getWorkbench().getViewRegistry().getViews())
				if (view.getId().startsWith("org.domainfirmware."))
					lines.add(open(view));
			Screenshot.screen("feature-installed");
		} catch (RuntimeException | AssertionError e) {
			lines.add("failed\tviews in the installation\t" + oneLine(e));
		}
		try {
			Files.write(Path.of(file), lines);
		} catch (IOException e) {
			throw new IllegalStateException("cannot write " + file, e);
		} finally {
			UiThread.post(() -> PlatformUI.getWorkbench().close());
		}
	}

	private static String open(IViewDescriptor view) {
		try {
			Windows.view(view.getId());
			return "passed\tview " + view.getLabel() + " opens\t";
		} catch (RuntimeException | AssertionError e) {
			return "failed\tview " + view.getLabel() + " opens\t" + oneLine(e);
		}
	}

	private static String oneLine(Throwable e) {
		return e.toString().replaceAll("[\\t\\n]+", " ");
	}
}
