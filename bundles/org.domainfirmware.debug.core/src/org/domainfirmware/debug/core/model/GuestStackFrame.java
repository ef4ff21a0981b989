package org.domainfirmware.debug.core.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.domainfirmware.debug.core.guest.Expressions;
import org.domainfirmware.debug.core.guest.GuestFrame;
import org.domainfirmware.debug.core.guest.InspectionException;
import org.domainfirmware.debug.core.guest.Inspector;
import org.domainfirmware.debug.core.guest.PortMemory;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.core.model.IVariable;

/** An activation in the Debug view. It stays the same element while its activation is on the stack. */
public final class GuestStackFrame extends GuestElement implements IStackFrame {
    private static final List<String> GENERAL = List.of("eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi");

    private final GuestThread thread;
    private volatile GuestFrame frame;
    private volatile int level;

    GuestStackFrame(GuestThread thread) {
        super(thread.guest());
        this.thread = thread;
    }

    void update(GuestFrame newFrame, int newLevel) {
        frame = newFrame;
        level = newLevel;
    }

    /** Its activation is over. Whoever keeps the element is not to keep megabytes of symbols by it. */
    void forget() {
        frame = frame.withoutSymbols();
    }

    boolean isSame(GuestFrame other) {
        boolean inlined = Objects.equals(frame.inlined(), other.inlined());
        return inlined && (frame.function() != null ? frame.sameActivation(other)
                : other.function() == null && frame.registers().sp() == other.registers().sp()
                && frame.linear() == other.linear());
    }

    /** What is known of the activation. */
    public GuestFrame frame() {
        return frame;
    }

    /** 0 for the topmost. */
    public int level() {
        return level;
    }

    /** Variables and memory as this frame sees them. */
    public Inspector inspector() {
        GuestStackFrame topmost = thread.top();
        boolean top = topmost != null && frame.linear() == topmost.frame().linear() && frame.exact()
                && frame.registers().equals(topmost.frame().registers());
        return new Inspector(frame, guest().memory(), top ? this::writeRegister : null);
    }

    private void writeRegister(int number, int value) throws InspectionException {
        PortMemory.await(guest().port().writeRegister(GENERAL.get(number), value & 0xFFFFFFFFL));
    }

    /** Evaluates expressions in this frame. */
    public Expressions expressions() throws InspectionException {
        return new Expressions(inspector(), guest().symbols(), thread.registers());
    }

    @Override
    public IThread getThread() {
        return thread;
    }

    @Override
    public IVariable[] getVariables() throws DebugException {
        Inspector inspector = inspector();
        String path = frame.functionName() + "@" + frame.cfa().orElse(0) + "/";
        return inspector.variables().stream().map(d -> new GuestVariable(this, inspector, d, path + d.name()))
                .toArray(IVariable[]::new);
    }

    @Override
    public boolean hasVariables() {
        return frame.function() != null;
    }

    @Override
    public int getLineNumber() {
        return frame.line() == null ? -1 : frame.line().line();
    }

    @Override
    public int getCharStart() {
        return -1;
    }

    @Override
    public int getCharEnd() {
        return -1;
    }

    /**
     * "int13_disk() disk.c:33", with the interrupt that entered it, or the nearest symbol and the address; "guest:" before
     * what a VM86 monitor above has interrupted.
     */
    @Override
    public String getName() {
        String function = frame.functionName();
        String where = frame.line() == null ? ""
                : " " + org.domainfirmware.firmware.core.symbols.DebugInfo.lastName(frame.line().file()) + ":"
                + frame.line().line();
        String symbol = guest().symbols().nameAt(frame.linear(), frame.exact());
        String name = function.isEmpty() ? symbol + where : function + "()" + where;
        String by = frame.enteredBy().isEmpty() ? "" : " <" + frame.enteredBy() + ">";
        String whose = frame.underMonitor() ? "guest: " : "";
        return whose + (name.isBlank() ? frame.address() : name + " [" + frame.address() + "]") + by;
    }

    @Override
    public IRegisterGroup[] getRegisterGroups() throws DebugException {
        try {
            return thread.registerGroups().stream().map(g -> new GuestRegisterGroup(guest(), g.name()))
                    .toArray(IRegisterGroup[]::new);
        } catch (InspectionException e) {
            throw failed(e);
        }
    }

    @Override
    public boolean hasRegisterGroups() {
        return true;
    }

    @Override
    public boolean canStepInto() {
        return level == 0 && thread.canStepInto();
    }

    @Override
    public boolean canStepOver() {
        return thread.canStepOver();
    }

    @Override
    public boolean canStepReturn() {
        return thread.canResume() && level + 1 < thread.getStackFrames().length;
    }

    @Override
    public boolean isStepping() {
        return thread.isStepping();
    }

    @Override
    public void stepInto() {
        thread.stepInto();
    }

    @Override
    public void stepOver() {
        IStackFrame[] all = thread.getStackFrames();
        if (level == 0) {
            thread.stepOver();
        } else if (level < all.length) {
            thread.stepOver(((GuestStackFrame) all[level - 1]).frame());
        }
    }

    @Override
    public void stepReturn() {
        thread.stepReturn(frame);
    }

    @Override
    public boolean canResume() {
        return thread.canResume();
    }

    @Override
    public boolean canSuspend() {
        return thread.canSuspend();
    }

    @Override
    public boolean isSuspended() {
        return thread.isSuspended();
    }

    @Override
    public void resume() {
        thread.resume();
    }

    @Override
    public void suspend() {
        thread.suspend();
    }

    @Override
    public boolean canTerminate() {
        return guest().canTerminate();
    }

    @Override
    public boolean isTerminated() {
        return guest().isTerminated();
    }

    @Override
    public void terminate() {
        guest().terminate();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d %s", level, frame);
    }
}
