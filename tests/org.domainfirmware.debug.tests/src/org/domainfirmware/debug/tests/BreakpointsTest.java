package org.domainfirmware.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalInt;
import org.domainfirmware.debug.core.breakpoints.GuestAddressBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestFunctionBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestInterruptBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestLineBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestPortBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestWatchpoint;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.eclipse.core.resources.IMarker;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.LineBreakpoint;
import org.junit.jupiter.api.Test;

/** Every kind of breakpoint stops where it should, set before or after the launch. */
class BreakpointsTest extends GuestTest {
    /** A breakpoint as CDT's editor makes one: known by its marker only. */
    private static final class CdtBreakpoint extends LineBreakpoint {
        @Override
        public String getModelIdentifier() {
            return "org.eclipse.cdt.debug.core";
        }
    }

    /** mov ax,0E41h; int 10h; in al,61h; inc word [9000h]; jmp 7C00h. */
    static final int[] LOOP = {0xB8, 0x41, 0x0E, 0xCD, 0x10, 0xE4, 0x61, 0xFF, 0x06, 0x00, 0x90, 0xEB, 0xF3};

    private GuestDebugTarget looping() throws Exception {
        GuestDebugTarget target = guests.debug("loop", Map.of(LaunchAttributes.drive("fda"),
                Guests.floppy(folder, LOOP).toString(), LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_BOOT_SECTOR));
        guests.awaitSuspend();
        return target;
    }

    private int stopsAt(GuestDebugTarget target, GuestBreakpoint breakpoint) throws Exception {
        assertEquals(breakpoint.label(), breakpoint.getMarker().getAttribute(IMarker.MESSAGE), "what the Debug view says of it");
        assertTrue(target.isInstalled(breakpoint));
        assertEquals(DebugEvent.BREAKPOINT, guests.after(target::resume).getDetail());
        assertEquals(breakpoint, target.thread().getBreakpoints()[0]);
        breakpoint.delete();
        return target.thread().top().frame().linear();
    }

    @Test
    void eachKindStops() throws Exception {
        GuestDebugTarget target = looping();
        assertEquals(0x7C05, stopsAt(target, new GuestAddressBreakpoint(GuestAddress.segment(0x7C0, 5))));
        assertEquals(0x7C05, stopsAt(target, new GuestAddressBreakpoint(GuestAddress.physical(0x7C05))));
        assertEquals(0x7C07, stopsAt(target, new GuestPortBreakpoint(0x61, 1, true, false)));
        assertEquals(0x7C0B, stopsAt(target, new GuestWatchpoint("counter", GuestAddress.linear(0x9000), 2, false, true)));
        int vector = target.memory().i32(4 * 0x10);
        int handler = (vector >>> 16 << 4) + (vector & 0xFFFF);
        assertEquals(handler, stopsAt(target, new GuestInterruptBreakpoint(0x10, OptionalInt.of(0x0E), OptionalInt.empty())));
        stopsAt(target, new GuestFunctionBreakpoint("int08_timer_irq"));
        assertEquals("int08_timer_irq", target.thread().top().frame().function().name());
    }

    @Test
    void aLineInRomStopsBeforeShadowingAndAfter() throws Exception {
        int line = guests.line("rombios/reset.S", "movb    $0x01, %al");
        IBreakpoint first = new GuestLineBreakpoint(guests.source("rombios/reset.S"), line);
        GuestDebugTarget target = guests.debug("rom", Map.of());
        assertEquals(DebugEvent.BREAKPOINT, guests.awaitSuspend().getDetail());
        assertEquals(line, target.thread().top().getLineNumber());
        first.delete();
        int post = guests.line("rombios/post.c", "post_code(0x80)");
        GuestLineBreakpoint late = new GuestLineBreakpoint(guests.source("rombios/post.c"), post);
        guests.after(target::resume);
        assertEquals(post, target.thread().top().getLineNumber());
        late.delete();
    }

    @Test
    void conditionsHitCountsAndLogs() throws Exception {
        GuestDebugTarget target = looping();
        GuestAddressBreakpoint b = new GuestAddressBreakpoint(GuestAddress.linear(0x7C0B));
        b.setCondition("word [0x9000] == 20");
        Guests.settle();
        guests.after(target::resume);
        assertEquals(20, target.thread().top().expressions().number("[0x9000]"));
        b.setCondition("*(unsigned short *)0x9000 > 30");
        b.setIgnoreCount(4);
        Guests.settle();
        guests.after(target::resume);
        assertEquals(35, target.thread().top().expressions().number("[0x9000]"));
        b.setCondition("");
        b.setIgnoreCount(0);
        b.setLog(true);
        b.setLogMessage("counter is {[0x9000]}, {word [0:9000]} with its segment");
        Guests.settle();
        target.resume();
        Guests.await("logs", () -> Guests.messages(target).contains("counter is 40 (0x28), 40 (0x28) with its segment"));
        guests.after(target::suspend);
    }

    @Test
    void disabledOnesDoNotStop() throws Exception {
        GuestDebugTarget target = looping();
        GuestBreakpoint b = new GuestAddressBreakpoint(GuestAddress.linear(0x7C0B));
        b.setEnabled(false);
        Guests.await("it is removed", () -> !target.isInstalled(b));
        target.resume();
        Thread.sleep(100);
        assertFalse(target.isSuspended());
        b.setEnabled(true);
        assertEquals(DebugEvent.BREAKPOINT, guests.awaitSuspend().getDetail());
        DebugPlugin.getDefault().getBreakpointManager().setEnabled(false);
        assertFalse(target.isInstalled(b));
        DebugPlugin.getDefault().getBreakpointManager().setEnabled(true);
        assertTrue(target.isInstalled(b));
    }

    @Test
    void breakpointsOfCdtAreRecognisedByTheirMarker() throws Exception {
        int line = guests.line("rombios/post.c", "post_code(0x80)");
        IMarker marker = guests.source("rombios/post.c").createMarker("org.eclipse.cdt.debug.core.cLineBreakpointMarker");
        marker.setAttributes(Map.of(IMarker.LINE_NUMBER, line, IBreakpoint.ENABLED, true, IBreakpoint.ID,
                "org.eclipse.cdt.debug.core", "org.eclipse.cdt.debug.core.sourceHandle", "/somewhere/rombios/post.c"));
        CdtBreakpoint b = new CdtBreakpoint();
        b.setMarker(marker);
        DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(b);
        GuestDebugTarget target = guests.debug("cdt", Map.of());
        assertEquals(DebugEvent.BREAKPOINT, guests.awaitSuspend().getDetail());
        assertEquals(line, target.thread().top().getLineNumber());
    }
}
