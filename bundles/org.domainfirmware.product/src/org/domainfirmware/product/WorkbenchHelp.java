package org.domainfirmware.product;

import org.domainfirmware.doc.HelpView;
import org.eclipse.core.runtime.ILog;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.AbstractHelpUI;

/** The help of the stand-alone workbench: all ways to it, such as Help &gt; Help Contents and the cheat sheets' links, lead to one view. */
public final class WorkbenchHelp extends AbstractHelpUI {
    @Override
    public void displayHelp() {
        view();
    }

    @Override
    public void displayHelpResource(String href) {
        HelpView view = view();
        if (view != null) {
            view.open(href);
        }
    }

    /** A context names pages on its subject: the first is shown. */
    @Override
    public void displayContext(IContext context, int x, int y) {
        IHelpResource[] topics = context.getRelatedTopics();
        if (topics.length > 0) {
            displayHelpResource(topics[0].getHref());
        } else {
            displayHelp();
        }
    }

    @Override
    public boolean isContextHelpDisplayed() {
        return false;
    }

    /** The view; null when no window is open or it cannot be opened. */
    private static HelpView view() {
        IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchWindow[] all = PlatformUI.getWorkbench().getWorkbenchWindows();
        IWorkbenchWindow window = active != null || all.length == 0 ? active : all[0];
        try {
            return window == null ? null : (HelpView) window.getActivePage().showView(HelpView.ID);
        } catch (PartInitException e) {
            ILog.of(WorkbenchHelp.class).error("The help cannot be opened", e);
            return null;
        }
    }
}
