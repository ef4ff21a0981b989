package org.domainfirmware.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.domainfirmware.debug.core.breakpoints.GuestAddressBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestFunctionBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestInterruptBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestLineBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestModeBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestPortBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestWatchpoint;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A workspace's breakpoints as a crash or an editor may leave them: markers with attributes missing, of another type, without sense. The
 * guest starts all the same; each breakpoint that cannot be set is named in one sentence, and the log stays empty.
 */
class SpoiltWorkspaceTest {
    private static final List<String> TYPES = List.of(GuestAddressBreakpoint.MARKER, GuestFunctionBreakpoint.MARKER,
            GuestInterruptBreakpoint.MARKER, GuestLineBreakpoint.MARKER, GuestModeBreakpoint.MARKER, GuestPortBreakpoint.MARKER,
            GuestWatchpoint.MARKER);
    private static final List<Object> VALUES = List.of("", "no number", -1, Integer.MAX_VALUE, true, "FFFFFFFFFFFFFFFFFF", "1:2:3");

    private Guests guests;
    private EventOrder log;

    @BeforeEach
    void open() throws Exception {
        guests = new Guests();
        log = new EventOrder();
    }

    @AfterEach
    void close() throws Exception {
        guests.close();
        log.close();
    }

    private static String value(int type, int value) {
        return TYPES.get(type) + " with " + VALUES.get(value);
    }

    /** Every attribute of a good breakpoint of each kind has a wrong value in turn; then there are none at all. */
    private void spoil(GuestDebugTarget target) throws Exception {
        IResource root = ResourcesPlugin.getWorkspace().getRoot();
        for (int type = 0; type < TYPES.size(); type++) {
            for (int v = 0; v < VALUES.size(); v++) {
                IMarker marker = (TYPES.get(type).equals(GuestLineBreakpoint.MARKER) ? guests.source("rombios/post.c") : root)
                        .createMarker(TYPES.get(type));
                Map<String, Object> attributes = new HashMap<>(Map.of(IBreakpoint.ENABLED, true, IBreakpoint.ID,
                        org.domainfirmware.debug.core.DebugCore.MODEL_ID));
                for (String name : List.of(GuestAddressBreakpoint.ADDRESS, GuestWatchpoint.LENGTH, GuestWatchpoint.READ,
                        GuestWatchpoint.WRITE, IMarker.LINE_NUMBER, GuestBreakpoint.IGNORE_COUNT, GuestBreakpoint.CONDITION)) {
                    attributes.put(name, VALUES.get(v));
                }
                marker.setAttributes(v == 0 ? new HashMap<>(Map.of(IBreakpoint.ID, attributes.get(IBreakpoint.ID))) : attributes);
                IBreakpoint b = breakpoint(type);
                b.setMarker(marker);
                DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(b);
                assertFalse(((GuestBreakpoint) b).label() == null, value(type, v));
            }
        }
        Guests.settle();
        assertTrue(target.isSuspended());
    }

    private static IBreakpoint breakpoint(int type) {
        return List.of(new GuestAddressBreakpoint(), new GuestFunctionBreakpoint(), new GuestInterruptBreakpoint(),
                new GuestLineBreakpoint(), new GuestModeBreakpoint(), new GuestPortBreakpoint(), new GuestWatchpoint()).get(type);
    }

    @Test
    void wrongBreakpointsAreNamedAndTheGuestGoesOn() throws Exception {
        GuestDebugTarget target = guests.debug("spoilt", Map.of(LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_RESET));
        guests.awaitSuspend();
        spoil(target);
        String messages = Guests.messages(target);
        assertTrue(messages.contains("breakpoint not set"), messages);
        assertFalse(messages.contains("Exception") || messages.contains("null"), messages);
        target.thread().stepByInstruction(true);
        guests.after(target.thread()::stepInto);
        assertTrue(target.thread().registers().instructions() > 0);
        target.terminate();
        Guests.await("its end", target::isTerminated);
        GuestDebugTarget second = guests.debug("again", Map.of(LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_RESET));
        guests.awaitSuspend();
        assertTrue(Guests.messages(second).contains("breakpoint not set"), "a launch with them there already");
        assertEquals(List.of(), log.wrong());
    }
}
