package org.domainfirmware.debug.ui.guest;

import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;

/**
 * A view of the selected guest. It says so when there is none, and asks the guest only while it can be seen: what
 * happens behind another tab is caught up with when the view comes to the front.
 */
public abstract class GuestView extends ViewPart implements GuestFollower.Listener, IPartListener2 {
    private final StackLayout stack = new StackLayout();
    private Composite parent;
    private Control content;
    private Composite empty;
    private Label emptyText;
    private GuestFollower follower;
    private boolean visible;
    private boolean stale = true;
    private boolean ticking;
    private long stops;

    @Override
    public final void createPartControl(Composite composite) {
        parent = composite;
        parent.setLayout(stack);
        empty = new Composite(parent, SWT.NONE);
        empty.setLayout(new GridLayout());
        emptyText = new Label(empty, SWT.WRAP | SWT.CENTER);
        emptyText.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
        content = createContent(parent);
        createActions();
        stack.topControl = empty;
        getSite().getPage().addPartListener(this);
        follower = new GuestFollower(getSite().getWorkbenchWindow(), this);
        guestSelected(follower.guest());
    }

    /** Makes the view's own controls. */
    protected abstract Control createContent(Composite composite);

    /** Fills tool bar and menu; called once, after {@link #createContent}. */
    protected abstract void createActions();

    /** Asks the guest and shows the answer. Called only while the view is visible and there is a guest. */
    protected abstract void refresh(Guest guest);

    /** Forgets what belonged to the previous guest. */
    protected abstract void forget();

    /** What the view is for, when there is nothing to show. */
    protected String emptyMessage() {
        return "No PC guest is running. Start one with Debug As > PC Guest on a firmware project, a ROM file or a disk image.";
    }

    /** The selected guest, or null. */
    protected final Guest guest() {
        return follower == null ? null : follower.guest();
    }

    /** True while a person can see the view. */
    protected final boolean isShown() {
        return visible;
    }

    /** Asks again, now or when the view is next visible. */
    protected final void update() {
        stale = true;
        if (visible && guest() != null) {
            stale = false;
            refresh(guest());
        }
    }

    @Override
    public final void guestSelected(Guest guest) {
        if (parent.isDisposed() || follower == null) {
            return;
        }
        forget();
        emptyText.setText(emptyMessage());
        stack.topControl = guest == null ? empty : content;
        parent.layout();
        enableActions();
        selected(guest);
        update();
        tick();
    }

    /** Without a guest the view's buttons can do nothing, those apart that stay pressed: they say what is wanted of the next one. */
    protected final void enableActions() {
        IActionBars bars = getViewSite().getActionBars();
        for (IContributionManager all : new IContributionManager[] {bars.getToolBarManager(), bars.getMenuManager()}) {
            for (IContributionItem item : all.getItems()) {
                if (item instanceof ActionContributionItem button && button.getAction().getStyle() == IAction.AS_PUSH_BUTTON) {
                    button.getAction().setEnabled(guest() != null);
                }
            }
        }
    }

    /** A number for the present stop: another one after the guest has run. */
    protected final long stops() {
        return stops;
    }

    @Override
    public void guestResumed(Guest guest) {
        stops++;
        tick();
    }

    /** Whether the view asks again and again while the guest runs. */
    protected boolean isLive() {
        return false;
    }

    /** Looks at the running guest from time to time; called again whenever that may begin. */
    protected final void tick() {
        int period = DebugPreferences.number(DebugPreferences.LIVE_MILLIS);
        if (ticking || period <= 0 || !looksAtRunningGuest() || !isLive()) {
            return;
        }
        ticking = true;
        parent.getDisplay().timerExec(period, () -> {
            ticking = false;
            if (looksAtRunningGuest() && isLive()) {
                update();
                tick();
            }
        });
    }

    private boolean looksAtRunningGuest() {
        return visible && !parent.isDisposed() && guest() != null && guest().port().isRunning();
    }

    /** Another guest, or null. Forgetting and asking are done by the caller. */
    protected void selected(Guest guest) {
    }

    @Override
    public void guestStopped(Guest guest) {
        update();
    }

    @Override
    public void partVisible(IWorkbenchPartReference part) {
        if (part.getPart(false) == this) {
            visible = true;
            shown(true);
            if (stale) {
                update();
            }
            tick();
        }
    }

    @Override
    public void partHidden(IWorkbenchPartReference part) {
        if (part.getPart(false) == this) {
            visible = false;
            shown(false);
        }
    }

    /** The view came to the front or went behind. */
    protected void shown(boolean now) {
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(this);
        if (follower != null) {
            follower.dispose();
        }
        super.dispose();
    }
}
