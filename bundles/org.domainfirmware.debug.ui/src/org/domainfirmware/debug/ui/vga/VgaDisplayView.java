package org.domainfirmware.debug.ui.vga;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.domainfirmware.debug.ui.guest.Guest;
import org.domainfirmware.debug.ui.guest.GuestView;
import org.domainfirmware.emulator.debug.DebugPort;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;

/** The guest's screen, keyboard and mouse; on pages behind it the display adapter's registers, planes, fonts and colours. */
public final class VgaDisplayView extends GuestView {
    public static final String ID = "org.domainfirmware.debug.ui.views.vgaDisplay";
    /** Key of the widgets' data that names them. */
    public static final String WIDGET_ID = "org.domainfirmware.id";
    private static final String SCREEN = "Screen";

    private final ScreenPage screen = new ScreenPage(this::port);
    private final List<VgaPage> pages = List.of(new RegistersPage(), new PlanesPage(), new FontPage(), new PalettePage());
    private CTabFolder folder;

    @Override
    protected Control createContent(Composite parent) {
        folder = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
        add(SCREEN, screen.create(folder, getSite().getShell()));
        for (VgaPage page : pages) {
            add(page.title(), page.create(folder, this::update));
        }
        folder.setSelection(0);
        folder.addListener(SWT.Selection, e -> pageChosen());
        return folder;
    }

    private void add(String title, Control control) {
        CTabItem item = new CTabItem(folder, SWT.NONE);
        item.setText(title);
        item.setControl(control);
    }

    /** The page in front, null for the screen. */
    private VgaPage page() {
        int index = folder.getSelectionIndex();
        return index <= 0 ? null : pages.get(index - 1);
    }

    private void pageChosen() {
        fillToolBar();
        if (page() != null) {
            screen.stop();
        }
        update();
        tick();
    }

    /** Brings a page to the front: "Screen", "Registers", "Planes", "Font" or "Palette". In the UI thread. */
    public void choose(String title) {
        for (CTabItem item : folder.getItems()) {
            if (item.getText().equals(title)) {
                folder.setSelection(item);
                pageChosen();
            }
        }
    }

    /** The page with a title; not that of the screen. */
    public VgaPage page(String title) {
        return pages.stream().filter(p -> p.title().equals(title)).findFirst().orElseThrow();
    }

    @Override
    protected void createActions() {
        screen.fill(getViewSite().getActionBars().getMenuManager());
        fillToolBar();
    }

    private void fillToolBar() {
        IActionBars bars = getViewSite().getActionBars();
        IToolBarManager bar = bars.getToolBarManager();
        bar.removeAll();
        VgaPage page = page();
        Action copy;
        if (page == null) {
            screen.contribute(bar);
            copy = screen.copyText();
        } else {
            page.contribute(bar);
            copy = page.export().copySelected();
        }
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
        enableActions();
        bars.updateActionBars();
    }

    private DebugPort port() {
        Guest guest = guest();
        return guest == null ? null : guest.port();
    }

    /** The picture that is shown now; null while there is none. In the UI thread. */
    public ImageData picture() {
        return screen.picture();
    }

    /** How many different pictures have been painted. In the UI thread. */
    public long painted() {
        return screen.painted();
    }

    /** Writes the screen that is shown as PNG. In the UI thread. */
    public void saveScreen(Path file) throws IOException {
        Png.write(screen.picture(), file);
    }

    /** Where the picture is on the screen's canvas. In the UI thread. */
    public PixelScale place() {
        return screen.place();
    }

    /** The text screen that is shown now, rows with line ends between; empty in graphics modes. In the UI thread. */
    public String text() {
        return screen.text();
    }

    @Override
    protected boolean isLive() {
        return page() != null;
    }

    @Override
    protected void refresh(Guest guest) {
        VgaPage page = page();
        if (page == null) {
            screen.pull(guest.port());
        } else {
            page.refresh(guest.port(), new Moment(guest.port().isRunning(), stops()));
        }
    }

    @Override
    public void guestStopped(Guest guest) {
        screen.guestStopped();
        super.guestStopped(guest);
    }

    @Override
    protected void forget() {
        screen.forget();
        pages.forEach(VgaPage::forget);
    }

    @Override
    protected void shown(boolean now) {
        if (now) {
            update();
        } else {
            screen.stop();
        }
    }

    @Override
    public void setFocus() {
        VgaPage page = page();
        if (page == null) {
            screen.setFocus();
        } else {
            page.setFocus();
        }
    }

    @Override
    public void dispose() {
        screen.stop();
        super.dispose();
    }
}
