package org.domainfirmware.debug.ui.presentation;

import java.util.List;
import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.core.model.GuestSession;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.core.model.ISuspendResume;
import org.eclipse.debug.ui.actions.IRunToLineTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** Run to Line in any text editor on a source of a guest's firmware. */
public final class RunToLine implements IRunToLineTarget, IAdapterFactory {
    @Override
    public void runToLine(IWorkbenchPart part, ISelection selection, ISuspendResume element) throws CoreException {
        GuestDebugTarget target = target(element);
        List<Long> code = target == null ? List.of() : code(target, part, selection);
        if (code.isEmpty()) {
            throw new CoreException(DebugCore.error("No code belongs to this line"));
        }
        target.thread().runToCode(code);
    }

    private static GuestDebugTarget target(ISuspendResume element) {
        GuestSession session = GuestSession.of(element);
        return session == null ? null : session.target();
    }

    private static List<Long> code(GuestDebugTarget target, IWorkbenchPart part, ISelection selection) {
        IResource file = part instanceof ITextEditor editor ? ResourceUtil.getFile(editor.getEditorInput()) : null;
        return file == null || file.getLocation() == null || !(selection instanceof ITextSelection text) ? List.of()
                : target.symbols().codeOf(file.getLocation().toOSString(), text.getStartLine() + 1);
    }

    @Override
    public boolean canRunToLine(IWorkbenchPart part, ISelection selection, ISuspendResume element) {
        GuestDebugTarget target = target(element);
        // The platform asks when an editor is activated or the guest stops, not when the caret moves: the line cannot count.
        return target != null && target.thread().canResume();
    }

    @Override
    public <T> T getAdapter(Object adapted, Class<T> type) {
        return type == IRunToLineTarget.class ? type.cast(this) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IRunToLineTarget.class};
    }
}
