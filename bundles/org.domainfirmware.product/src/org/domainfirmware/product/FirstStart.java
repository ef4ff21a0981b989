package org.domainfirmware.product;

import java.util.stream.IntStream;

import org.domainfirmware.firmware.core.FirmwareTemplate;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.osgi.service.prefs.BackingStoreException;

/**
 * The first start in a workspace: an empty one gets the sample firmware project and a launch configuration that runs it. It
 * happens once a workspace, so that a person who deletes the sample does not get it back.
 */
public class FirstStart implements IStartup {
	/** Family of the job, for those who wait for it. */
	public static final Object FAMILY = FirstStart.class;

	private static final String PLUGIN = "org.domainfirmware.product";
	private static final String SAMPLE = "firmware";
	private static final String DONE = "sampleImported";

	@Override
	public void earlyStartup() {
		IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(PLUGIN);
		if (preferences.getBoolean(DONE, false))
			return;
		PlatformUI.getWorkbench().getDisplay().asyncExec(FirstStart::fillScreen);
		WorkspaceJob job = new WorkspaceJob("Creating the sample firmware project") {
			@Override
			public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
				if (ResourcesPlugin.getWorkspace().getRoot().getProjects().length == 0) {
					FirmwareTemplate template = new FirmwareTemplate();
					IProject project = template.create(freeName(), template.parts(), null, monitor);
					new SampleLaunch(project).create();
					PlatformUI.getWorkbench().getDisplay().asyncExec(() -> select(project));
				}
				return remember(preferences);
			}

			@Override
			public boolean belongsTo(Object family) {
				return family == FAMILY;
			}
		};
		job.setRule(ResourcesPlugin.getWorkspace().getRoot());
		job.schedule();
	}

	/** A workspace without projects may still have folders with a person's files. */
	private static String freeName() {
		return IntStream.iterate(1, i -> i + 1).mapToObj(i -> i == 1 ? SAMPLE : SAMPLE + i)
				.filter(name -> FirmwareTemplate.obstacle(name, null).isEmpty()).findFirst().orElseThrow();
	}

	/** The perspective has many views; later starts keep the size the person gave the window. */
	private static void fillScreen() {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		if (window == null)
			return;
		Shell shell = window.getShell();
		// Without a window manager there is no maximized state: the size alone has to do.
		shell.setBounds(shell.getMonitor().getClientArea());
		shell.setMaximized(true);
	}

	/** The Debug button launches what is selected. */
	private static void select(IProject project) {
		for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
			IWorkbenchPage page = window.getActivePage();
			IViewPart explorer = page == null ? null : page.findView(IPageLayout.ID_PROJECT_EXPLORER);
			if (explorer instanceof ISetSelectionTarget target)
				target.selectReveal(new StructuredSelection(project));
		}
	}

	private static IStatus remember(IEclipsePreferences preferences) {
		preferences.putBoolean(DONE, true);
		try {
			preferences.flush();
			return Status.OK_STATUS;
		} catch (BackingStoreException e) {
			return new Status(IStatus.WARNING, PLUGIN, "The workspace cannot store preferences, the sample may be created again", e);
		}
	}
}
