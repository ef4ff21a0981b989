package org.domainfirmware.debug.ui.presentation;

import java.lang.ref.WeakReference;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.core.model.GuestStackFrame;
import org.domainfirmware.debug.ui.DebugUi;
import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.core.runtime.Platform;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.IDebugView;
import org.eclipse.debug.ui.sourcelookup.ISourceDisplay;
import org.eclipse.jface.viewers.DoubleClickEvent;
import org.eclipse.jface.viewers.IDoubleClickListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/**
 * Shows where a frame is: in its source as the platform does, or in the Disassembly where no source is known for what the guest
 * executes. The Disassembly comes to the front when a guest leaves its sources, but not over the view that is worked in; after that
 * it stays where the user puts it, unless he asks for it by a double click on the frame. Called in the UI thread.
 */
public final class FrameDisplay implements ISourceDisplay, IAdapterFactory {
    /** The guest that was last seen outside its sources. */
    private WeakReference<GuestDebugTarget> abroad = new WeakReference<>(null);
    private final IDoubleClickListener again = this::doubleClicked;
    private boolean platformWanted;

    @Override
    public void displaySource(Object element, IWorkbenchPage page, boolean wanted) {
        GuestStackFrame frame = (GuestStackFrame) element;
        listenToDoubleClicks(page);
        boolean source = frame.frame().line() != null;
        boolean front = !source && (wanted || abroad.get() != frame.guest());
        abroad = new WeakReference<>(source ? null : frame.guest());
        if (source) {
            platformWay(frame).displaySource(frame, page, wanted);
        } else if (front) {
            show(page, wanted);
        }
        if (page.findView(DisassemblyView.ID) instanceof DisassemblyView view) {
            view.follow(frame);
        }
    }

    /** The platform's adapter of all stack frames, which this one hides. */
    private ISourceDisplay platformWay(GuestStackFrame frame) {
        platformWanted = true;
        try {
            return Platform.getAdapterManager().getAdapter(frame, ISourceDisplay.class);
        } finally {
            platformWanted = false;
        }
    }

    private static void show(IWorkbenchPage page, boolean wanted) {
        try {
            // Behind the view of its folder in which somebody works, unless it is asked for.
            IViewPart view = page.showView(DisassemblyView.ID, null, IWorkbenchPage.VIEW_VISIBLE);
            if (wanted) {
                page.bringToTop(view);
            }
        } catch (PartInitException e) {
            DebugUi.log("The Disassembly view does not open", e);
        }
    }

    /** The Debug view itself shows a frame when it becomes the selected one, and has no more to do with double clicks. */
    private void listenToDoubleClicks(IWorkbenchPage page) {
        IViewPart part = page.findView(IDebugUIConstants.ID_DEBUG_VIEW);
        IDebugView view = part == null ? null : part.getAdapter(IDebugView.class);
        if (view != null && view.getViewer() instanceof StructuredViewer frames) {
            // The same listener is not added twice.
            frames.addDoubleClickListener(again);
        }
    }

    private void doubleClicked(DoubleClickEvent event) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null && event.getSelection() instanceof IStructuredSelection chosen
                && chosen.getFirstElement() instanceof GuestStackFrame frame && frame.isSuspended()) {
            displaySource(frame, window.getActivePage(), true);
        }
    }

    @Override
    public <T> T getAdapter(Object adapted, Class<T> type) {
        return type == ISourceDisplay.class && !platformWanted ? type.cast(this) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {ISourceDisplay.class};
    }
}
