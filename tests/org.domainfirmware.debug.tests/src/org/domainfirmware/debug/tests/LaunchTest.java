package org.domainfirmware.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.core.model.GuestProcess;
import org.domainfirmware.debug.core.model.GuestSession;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.Test;

/** Launching: what a configuration means, its refusals, its consoles, and what is left behind. */
class LaunchTest extends GuestTest {
    private static final int LAUNCHES = 100;
    private static final long TWO_MACHINES = 2L * 64 << 20;

    private String refusal(String attribute, Object value) throws Exception {
        ILaunchConfigurationWorkingCopy c = guests.configuration("bad");
        c.setAttribute(attribute, value);
        CoreException e = assertThrows(CoreException.class, () -> c.launch(ILaunchManager.RUN_MODE, null, false, true));
        return e.getStatus().getMessage();
    }

    @Test
    void refusesWithAClearMessage() throws Exception {
        assertEquals("memory must be 1 to 2047 MiB, not 4096", refusal(LaunchAttributes.MEMORY, 4096));
        assertEquals("there is no processor '8086'; there are 386, 486, pentium and ppro",
                refusal(LaunchAttributes.CPU, "8086"));
        assertEquals("Floppy A: the file /no/such.img does not exist; correct its name or leave it out", refusal(LaunchAttributes.drive("fda"), "/no/such.img"));
        assertTrue(refusal(LaunchAttributes.RTC, "noon").contains("write it as 2000-01-31"));
        assertTrue(refusal(LaunchAttributes.BOOT_ORDER, "x").contains("there is no 'x'"));
        assertTrue(refusal(LaunchAttributes.PROJECT, "nowhere").contains("no open project 'nowhere'"));
        assertTrue(refusal(LaunchAttributes.OPTION_ROMS, List.of("/no.rom@C8000")).contains("/no.rom does not exist"));
    }

    @Test
    void stopsAtASymbol() throws Exception {
        GuestDebugTarget target = guests.debug("symbol", Map.of(LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_SYMBOL,
                LaunchAttributes.STOP_SYMBOL, "post_main"));
        guests.awaitSuspend();
        assertEquals("post_main", target.thread().top().frame().function().name());
    }

    /** The listing says nothing of what it is about, and no image beside it has its name. */
    @Test
    void aListingOfAnotherNameBelongsToTheImageNothingElseIsAbout() throws Exception {
        Files.writeString(folder.resolve("board.asm"), "bits 16\norg 0\nstart: cli\nhere: nop\n jmp here\n"
                + "times 0xfff0 - ($ - $$) db 0xff\n jmp 0xf000:start\ntimes 0x10000 - ($ - $$) db 0\n");
        Process nasm = new ProcessBuilder("nasm", "-f", "bin", "-l", "listing-of-all.txt", "-o", "board.rom", "board.asm")
                .directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(nasm.getInputStream().readAllBytes());
        assertEquals(0, nasm.waitFor(), said);
        GuestDebugTarget target = guests.debug("listing", Map.of(LaunchAttributes.ROMBIOS, folder.resolve("board.rom").toString(),
                LaunchAttributes.SYMBOL_FILES, List.of(folder.resolve("listing-of-all.txt").toString()),
                LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_SYMBOL, LaunchAttributes.STOP_SYMBOL, "here"));
        guests.awaitSuspend();
        assertEquals("F000:0001", target.thread().top().frame().address());
        assertEquals(4, target.thread().top().getLineNumber());
    }

    @Test
    void serialConsoleGoesBothWays() throws Exception {
        // mov dx,3FDh; L: in al,dx; test al,1; jz L; mov dx,3F8h; in al,dx; inc al; out dx,al; jmp 7C00h
        int[] code = {0xBA, 0xFD, 0x03, 0xEC, 0xA8, 0x01, 0x74, 0xFB, 0xBA, 0xF8, 0x03, 0xEC, 0xFE, 0xC0, 0xEE, 0xEB, 0xEF};
        ILaunchConfigurationWorkingCopy c = guests.configuration("serial");
        c.setAttribute(LaunchAttributes.drive("fda"), Guests.floppy(folder, code).toString());
        ILaunch launch = c.launch(ILaunchManager.RUN_MODE, null, false, true);
        GuestProcess debug = console(launch, "debugcon");
        Guests.await("POST is logged", () -> debug.getOutputStreamMonitor().getContents().contains("power-on self test"));
        GuestSession session = GuestSession.of(launch);
        Guests.await("the program runs", () -> session.port().registers().join().segment(1).base() == 0);
        GuestProcess serial = console(launch, "serial0");
        serial.write("HAL");
        Guests.await("the answer", () -> serial.getOutputStreamMonitor().getContents().endsWith("IBM"));
        launch.terminate();
        Guests.await("the end", launch::isTerminated);
    }

    private static GuestProcess console(ILaunch launch, String channel) {
        return GuestSession.of(launch).processes().stream().filter(p -> p.channel().equals(channel)).findFirst().orElseThrow();
    }

    private static List<String> guestThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName)
                .filter(n -> n.startsWith("guest ")).collect(Collectors.toList());
    }

    /** The Debug view keeps terminated launches; a hundred machines of 64 MiB and more would not fit into memory. */
    @Test
    void manyLaunchesThatAreKeptLeaveNoThreadsAndNoMachines() throws Exception {
        ILaunchConfigurationWorkingCopy c = guests.configuration("many");
        c.setAttribute(LaunchAttributes.MEMORY, 64);
        List<ILaunch> kept = new ArrayList<>();
        long before = usedMemory();
        for (int i = 0; i < LAUNCHES; i++) {
            String mode = i % 2 == 0 ? ILaunchManager.DEBUG_MODE : ILaunchManager.RUN_MODE;
            ILaunch launch = c.launch(mode, null, false, true);
            launch.terminate();
            Guests.await("the launch ends", launch::isTerminated);
            kept.add(launch);
        }
        Guests.await("the threads end", () -> guestThreads().isEmpty());
        Guests.await("less than two machines' memory is kept", () -> usedMemory() - before < TWO_MACHINES);
        for (ILaunch launch : kept) {
            DebugPlugin.getDefault().getLaunchManager().removeLaunch(launch);
        }
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
