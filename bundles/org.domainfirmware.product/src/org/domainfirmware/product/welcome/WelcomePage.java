package org.domainfirmware.product.welcome;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.cheatsheets.OpenCheatSheetAction;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.part.IntroPart;

/**
 * The page of the first start and of Help &gt; Welcome. It is made of plain widgets: a page in HTML would need a browser library
 * that many machines lack.
 */
public class WelcomePage extends IntroPart {
	private static final Consumer<IWorkbenchWindow> NOTHING = window -> {
		// One is there.
	};

	private FormToolkit toolkit;
	private ScrolledForm form;
	/** What is done when the page is closed, and the workbench can be seen. */
	private Consumer<IWorkbenchWindow> next = NOTHING;

	@Override
	public void createPartControl(Composite parent) {
		toolkit = new FormToolkit(parent.getDisplay());
		form = toolkit.createScrolledForm(parent);
		Composite page = form.getBody();
		GridLayoutFactory.fillDefaults().numColumns(2).margins(48, 40).spacing(24, 18).applyTo(page);
		Label icon = new Label(page, SWT.NONE);
		ImageDescriptor image = ResourceLocator.imageDescriptorFromBundle("org.domainfirmware.product", "icons/icon64.png").orElseThrow();
		icon.setImage(new LocalResourceManager(JFaceResources.getResources(), page).create(image));
		Label title = toolkit.createLabel(page, "Domain Firmware Workbench");
		title.setFont(JFaceResources.getHeaderFont());
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(title);
		text(page, "The project \"firmware\" in the Project Explorer builds a ROMBIOS and a VGABIOS.\n"
				+ "Debug runs them in a PC inside this window, and stops where their C code begins and at your breakpoints.");
		entry(page, "Go to the workbench", "Close this page and show the Firmware perspective.", NOTHING);
		entry(page, "Stop a guest in your firmware", "Four steps from the sources to a guest that stands at a breakpoint, checked off as you go.",
				window -> new OpenCheatSheetAction("org.domainfirmware.doc.firstGuest").run());
		entry(page, "Read the help", "What the workbench does and how it is meant to be used.",
				window -> PlatformUI.getWorkbench().getHelpSystem().displayHelpResource("/org.domainfirmware.doc/html/overview.html"));
	}

	private void entry(Composite page, String label, String explanation, Consumer<IWorkbenchWindow> action) {
		toolkit.createLabel(page, "");
		Composite entry = toolkit.createComposite(page);
		GridLayoutFactory.fillDefaults().applyTo(entry);
		Hyperlink link = toolkit.createHyperlink(entry, label, SWT.NONE);
		link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(event -> {
			next = action;
			PlatformUI.getWorkbench().getIntroManager().closeIntro(this);
		}));
		toolkit.createLabel(entry, explanation, SWT.WRAP);
	}

	/** The Debug button launches what is selected in the active part: a person who comes from here is to have a project there. */
	private static void goToProjects(IWorkbenchWindow window) {
		IWorkbenchPage page = window.getActivePage();
		IViewPart explorer = page == null || page.getActiveEditor() != null ? null : page.findView(IPageLayout.ID_PROJECT_EXPLORER);
		if (explorer == null)
			return;
		page.activate(explorer);
		explorer.setFocus();
	}

	private void text(Composite page, String text) {
		toolkit.createLabel(page, "");
		toolkit.createLabel(page, text, SWT.WRAP);
	}

	@Override
	public void standbyStateChanged(boolean standby) {
		// The page looks the same beside the workbench as over it.
	}

	@Override
	public void setFocus() {
		form.setFocus();
	}

	@Override
	public void dispose() {
		if (toolkit != null)
			toolkit.dispose();
		IWorkbenchWindow window = getIntroSite().getWorkbenchWindow();
		if (!PlatformUI.getWorkbench().isClosing())
			window.getShell().getDisplay().asyncExec(() -> {
				goToProjects(window);
				next.accept(window);
			});
		super.dispose();
	}
}
