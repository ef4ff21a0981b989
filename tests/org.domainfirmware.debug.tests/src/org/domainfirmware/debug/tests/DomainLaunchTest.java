package org.domainfirmware.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.domainfirmware.debug.core.breakpoints.GuestLineBreakpoint;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.core.model.GuestStackFrame;
import org.domainfirmware.emulator.debug.StopReason;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.Test;

/** A domain in the debug model: the launch configuration's switch, the monitor's source, restart. */
class DomainLaunchTest extends GuestTest {
    /** The monitor's variables begin behind this place; nothing of a PC with real mode is there. */
    private static final int MONITOR = 0xD0000;
    /** xor ax,ax; mov ds,ax; lgdt [7C00h]; jmp $: the third traps. */
    private static final int[] LOADS_GDT = {0x31, 0xC0, 0x8E, 0xD8, 0x0F, 0x01, 0x16, 0x00, 0x7C, 0xEB, 0xFE};
    private static final int TRAPS_AT = 0x7C04;

    private Map<String, Object> domain(String stopAt) throws Exception {
        return Map.of(LaunchAttributes.REAL_MODE, LaunchAttributes.REAL_MODE_ASSIST, LaunchAttributes.DOMAIN_LOADER,
                Guests.firmware().resolve("vmxloader.elf").toString(), LaunchAttributes.drive("fda"),
                Guests.floppy(folder, LOADS_GDT).toString(), LaunchAttributes.STOP_AT, stopAt);
    }

    private static List<String> frames(GuestDebugTarget target) {
        return Arrays.stream(target.thread().getStackFrames()).map(f -> ((GuestStackFrame) f).getName()).toList();
    }

    private GuestLineBreakpoint inTheMonitor() throws Exception {
        return new GuestLineBreakpoint(guests.source("vmxassist/trap.c"),
                guests.line("vmxassist/trap.c", "dispatch(guest.vector);"));
    }

    @Test
    void aLineOfTheMonitorStopsWithItsFramesOverTheGuests() throws Exception {
        GuestDebugTarget target = guests.debug("domain", domain(LaunchAttributes.STOP_AT_BOOT_SECTOR));
        assertEquals(DebugEvent.STEP_END, guests.awaitSuspend().getDetail());
        assertFalse(frames(target).get(0).startsWith("guest:"), "stopped in the guest itself");
        assertTrue(target.isInstalled(inTheMonitor()), () -> Guests.messages(target));
        assertEquals(DebugEvent.BREAKPOINT, guests.after(target::resume).getDetail());
        List<String> names = frames(target);
        assertTrue(names.get(0).startsWith("guest_trap() trap.c:"), names.toString());
        int guest = names.stream().filter(n -> n.startsWith("guest: ")).map(names::indexOf).findFirst().orElseThrow();
        assertTrue(names.get(guest - 1).endsWith("<exception 0Dh (general protection)>"), names.toString());
        assertTrue(names.get(guest).contains("0000:" + Integer.toHexString(TRAPS_AT).toUpperCase()), names.toString());
        assertEquals(guests.source("vmxassist/trap.c"), target.getLaunch().getSourceLocator().getSourceElement(target.thread().top()));
    }

    @Test
    void restartAndReloadBuildTheDomainAnew() throws Exception {
        GuestDebugTarget target = guests.debug("domain", domain(LaunchAttributes.STOP_AT_BOOT_SECTOR));
        guests.awaitSuspend();
        inTheMonitor();
        assertEquals(DebugEvent.BREAKPOINT, guests.after(target::resume).getDetail());
        for (Runnable again : List.<Runnable>of(target::reset, () -> target.reloadFirmware().join())) {
            guests.after(again);
            assertEquals(new StopReason.AtReset(), target.thread().reason());
            assertEquals(0x100000, target.thread().registers().eip(), "the loader's entry");
            assertEquals(DebugEvent.BREAKPOINT, guests.after(target::resume).getDetail(), () -> Guests.messages(target));
            assertTrue(frames(target).get(0).startsWith("guest_trap() trap.c:"), () -> frames(target).toString());
            assertTrue(frames(target).stream().anyMatch(n -> n.startsWith("guest: ") && n.contains("F000:")),
                    () -> "the first trap is the BIOS's: " + frames(target));
        }
    }

    @Test
    void withRealModeOfItsOwnAGuestHasNoMonitor() throws Exception {
        GuestDebugTarget target = guests.debug("pc", Map.of(LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_RESET));
        guests.awaitSuspend();
        assertEquals("", target.symbols().nameAt(MONITOR + 0x1000));
        assertFalse(target.port().assistTrace(1).join().domain());
    }

    private String refusal(Map<String, Object> attributes) throws Exception {
        ILaunchConfigurationWorkingCopy c = guests.configuration("bad");
        attributes.forEach(c::setAttribute);
        CoreException e = assertThrows(CoreException.class, () -> c.launch(ILaunchManager.RUN_MODE, null, false, true));
        return e.getStatus().getMessage();
    }

    @Test
    void withoutALoaderItSaysWhatIsMissingAndTheWayOut() throws Exception {
        String missing = refusal(Map.of(LaunchAttributes.REAL_MODE, LaunchAttributes.REAL_MODE_ASSIST));
        assertTrue(missing.contains("project guests has built no vmxloader.elf"), missing);
        assertTrue(missing.contains("Machine tab"), missing);
        assertEquals("there is no real mode 'half'; there are full and assist",
                refusal(Map.of(LaunchAttributes.REAL_MODE, "half")));
        assertEquals("Domain loader: the file /no/such.elf does not exist; correct its name or leave it out", refusal(Map.of(LaunchAttributes.REAL_MODE,
                LaunchAttributes.REAL_MODE_ASSIST, LaunchAttributes.DOMAIN_LOADER, "/no/such.elf")));
        String rom = Guests.firmware().resolve("rombios.rom").toString();
        assertTrue(refusal(Map.of(LaunchAttributes.REAL_MODE, LaunchAttributes.REAL_MODE_ASSIST, LaunchAttributes.DOMAIN_LOADER,
                rom)).contains("a 32-bit x86 ELF"), "a ROM is no loader");
    }
}
