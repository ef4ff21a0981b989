package org.domainfirmware.debug.ui.presentation;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.domainfirmware.debug.core.breakpoints.GuestAddressBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestInterruptBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestModeBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestPortBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestWatchpoint;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.core.model.GuestThread;
import org.domainfirmware.debug.core.model.GuestValue;
import org.domainfirmware.debug.ui.DebugUi;
import org.domainfirmware.debug.ui.Icons;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.ILineBreakpoint;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.sourcelookup.containers.LocalFileStorage;
import org.eclipse.debug.ui.IDebugModelPresentation;
import org.eclipse.debug.ui.IValueDetailListener;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;

/** What the Debug, Breakpoints and Variables views show for our elements; where null is answered, the platform's own way. */
public class GuestPresentation extends LabelProvider implements IDebugModelPresentation {
    private static final String EDITOR = "org.eclipse.ui.DefaultTextEditor";

    @Override
    public void setAttribute(String attribute, Object value) {
        // Type names and the like are part of the elements' own texts.
    }

    @Override
    public String getText(Object element) {
        if (element instanceof GuestThread thread) {
            return threadText(thread);
        }
        return element instanceof GuestBreakpoint breakpoint ? breakpointText(breakpoint) : null;
    }

    /** With the reason why it stands; where in the emulator a defect was is in the console. */
    private static String threadText(GuestThread thread) {
        String hit = Arrays.stream(thread.getBreakpoints()).map(b -> b.getMarker().getAttribute(IMarker.MESSAGE, ""))
                .collect(Collectors.joining(", "));
        String reason = hit.isEmpty() ? thread.reasonText() : "at breakpoint " + hit;
        String state = thread.isTerminated() ? "ended" : thread.isStepping() ? "stepping" : reason.isEmpty() ? "running" : reason;
        return thread.getName() + " (" + state.split("; in ")[0] + ")";
    }

    private static String breakpointText(GuestBreakpoint b) {
        StringBuilder text = new StringBuilder(b.getMarker() == null ? "" : b.label());
        if (b.getMarker() == null) {
            return text.toString();
        }
        if (!b.condition().isEmpty()) {
            text.append(" [if ").append(b.condition()).append(']');
        }
        if (b.ignoreCount() > 0) {
            text.append(" [after ").append(b.ignoreCount()).append(" hits]");
        }
        return text.append(b.isLog() ? " [log]" : "").toString();
    }

    @Override
    public Image getImage(Object element) {
        if (element instanceof GuestDebugTarget) {
            return Icons.image("guest");
        }
        try {
            return element instanceof GuestBreakpoint b ? Icons.image(b.isEnabled() ? icon(b) : "breakpoint-off") : null;
        } catch (CoreException e) {
            // Its marker is gone: the breakpoint is just being deleted.
            return Icons.image("breakpoint-off");
        }
    }

    private static String icon(GuestBreakpoint b) {
        if (b instanceof GuestWatchpoint) {
            return "watchpoint";
        }
        if (b instanceof GuestPortBreakpoint) {
            return "breakpoint-port";
        }
        if (b instanceof GuestInterruptBreakpoint) {
            return "breakpoint-interrupt";
        }
        if (b instanceof GuestModeBreakpoint) {
            return "breakpoint-mode";
        }
        return b instanceof GuestAddressBreakpoint ? "setip" : "breakpoint";
    }

    @Override
    public void computeDetail(IValue value, IValueDetailListener listener) {
        try {
            listener.detailComputed(value, value instanceof GuestValue ? value.toString() : value.getValueString());
        } catch (org.eclipse.debug.core.DebugException e) {
            listener.detailComputed(value, e.getStatus().getMessage());
        }
    }

    @Override
    public IEditorInput getEditorInput(Object element) {
        if (element instanceof IFile file) {
            return new FileEditorInput(file);
        }
        if (element instanceof ILineBreakpoint breakpoint && breakpoint.getMarker().getResource() instanceof IFile file) {
            return new FileEditorInput(file);
        }
        if (element instanceof LocalFileStorage storage) {
            IFileStore store = EFS.getLocalFileSystem().getStore(storage.getFile().toURI());
            return new FileStoreEditorInput(store);
        }
        return null;
    }

    @Override
    public String getEditorId(IEditorInput input, Object element) {
        try {
            return IDE.getEditorDescriptor(input.getName(), true, false).getId();
        } catch (PartInitException e) {
            DebugUi.log("No editor is associated with " + input.getName(), e);
            return EDITOR;
        }
    }
}
