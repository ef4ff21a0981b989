package org.domainfirmware.product;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.internal.help.WorkbenchHelpSystem;

/**
 * Chooses {@link WorkbenchHelp} of the two helps in the product. The other one, of org.eclipse.help.ui, is there because the cheat sheets
 * get their classes through that bundle; it needs a servlet engine and a browser, which are not there. Nothing but the workbench's own
 * class lets a product choose.
 */
public final class HelpChoice implements IStartup {
    private static final String HELP = "org.domainfirmware.product.help";

    @Override
    public void earlyStartup() {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> WorkbenchHelpSystem.getInstance().setDesiredHelpSystemId(HELP));
    }
}
