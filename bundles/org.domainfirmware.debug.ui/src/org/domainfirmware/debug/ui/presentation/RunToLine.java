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
        List<Long> code = target == null || !(selection instanceof ITextSelection text) ? List.of()
                : code(target, part, text.getStartLine() + 1);
        if (code.isEmpty()) {
            throw new CoreException(DebugCore.error("No code belongs to this line or follows it"));
        }
        target.thread().runToCode(code);
    }

    private static GuestDebugTarget target(ISuspendResume element) {
        GuestSession session = GuestSession.of(element);
        return session == null ? null : session.target();
    }

    /** Where the code of a line, or of the next one that has some, begins. */
    private static List<Long> code(GuestDebugTarget target, IWorkbenchPart part, int line) {
        IResource file = part instanceof ITextEditor editor ? ResourceUtil.getFile(editor.getEditorInput()) : null;
        return file == null || file.getLocation() == null ? List.of() : target.symbols().codeOf(file.getLocation().toOSString(), line);
    }

    /** In every source the guest has code of: the platform asks when an editor is activated, not when the caret moves. */
    @Override
    public boolean canRunToLine(IWorkbenchPart part, ISelection selection, ISuspendResume element) {
        GuestDebugTarget target = target(element);
        return target != null && target.thread().canResume() && !code(target, part, 1).isEmpty();
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
