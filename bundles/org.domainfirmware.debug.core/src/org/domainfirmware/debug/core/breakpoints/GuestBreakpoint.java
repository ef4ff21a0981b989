package org.domainfirmware.debug.core.breakpoints;

import java.util.Map;
import java.util.stream.Stream;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.IBreakpoint;

/** What all breakpoints of the PC guest debugger have. All of it is kept in the marker. */
public interface GuestBreakpoint extends IBreakpoint {
    String CONDITION = "org.domainfirmware.debug.core.condition";
    String IGNORE_COUNT = "org.domainfirmware.debug.core.ignoreCount";
    String LOG = "org.domainfirmware.debug.core.log";
    String LOG_MESSAGE = "org.domainfirmware.debug.core.logMessage";

    /** Attributes whose change makes a guest set the breakpoint anew. */
    String[] BEHAVIOUR = {CONDITION, IGNORE_COUNT, LOG, LOG_MESSAGE, ENABLED};

    /** A C expression that must not be 0 for a hit to count; "" for none. */
    default String condition() {
        return getMarker().getAttribute(CONDITION, "");
    }

    default void setCondition(String condition) throws CoreException {
        getMarker().setAttribute(CONDITION, condition);
    }

    /** Hits to let pass first. */
    default int ignoreCount() {
        return getMarker().getAttribute(IGNORE_COUNT, 0);
    }

    default void setIgnoreCount(int count) throws CoreException {
        getMarker().setAttribute(IGNORE_COUNT, Math.max(0, count));
    }

    /** True when a hit is written to the console and the guest goes on. */
    default boolean isLog() {
        return getMarker().getAttribute(LOG, false);
    }

    default void setLog(boolean log) throws CoreException {
        getMarker().setAttribute(LOG, log);
    }

    /** What to write at a hit; expressions in braces are replaced by their values; "" for a description of the hit. */
    default String logMessage() {
        return getMarker().getAttribute(LOG_MESSAGE, "");
    }

    default void setLogMessage(String message) throws CoreException {
        getMarker().setAttribute(LOG_MESSAGE, message);
    }

    /** Changes all of what happens at a hit at once. */
    default void setBehaviour(Behaviour behaviour) throws CoreException {
        Map<String, Object> attributes = behaviour.attributes();
        String[] names = attributes.keySet().toArray(new String[0]);
        getMarker().setAttributes(names, Stream.of(names).map(attributes::get).toArray());
    }

    /** What the breakpoint is, for the Breakpoints view: "int 13h, AH=02h". */
    String label();

    /** True when a breakpoint of the machine corresponds to it directly; lines and functions need symbols first. */
    default boolean needsSymbols() {
        return false;
    }

    /**
     * The machine's breakpoint, when no symbols are needed.
     *
     * @throws CoreException when the marker does not describe one; the message says why
     */
    Breakpoint machineBreakpoint() throws CoreException;
}
