package org.domainfirmware.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.domainfirmware.debug.core.breakpoints.GuestLineBreakpoint;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.junit.jupiter.api.Test;

/** Who debugs is told, once, when the guest no longer has what is in the project. */
class FirmwareAgeTest extends GuestTest {
    private static final String REBUILT = "rombios.rom was built anew or is gone";
    private static final String EDITED = "int13.c was changed after the guest's firmware was built";

    /** A guest at its reset vector, started with ROMs and symbols of our own in the folder. */
    private GuestDebugTarget atReset() throws Exception {
        for (String name : new String[] {"rombios.rom", "rombios.elf", "vgabios.rom"}) {
            Files.copy(Guests.firmware().resolve(name), folder.resolve(name));
        }
        GuestDebugTarget target = guests.debug("age", Map.of(LaunchAttributes.ROMBIOS, folder.resolve("rombios.rom").toString(),
                LaunchAttributes.VGABIOS, folder.resolve("vgabios.rom").toString(), LaunchAttributes.STOP_AT,
                LaunchAttributes.STOP_AT_RESET));
        guests.awaitSuspend();
        target.thread().stepByInstruction(true);
        return target;
    }

    private int told(GuestDebugTarget target, String sentence) throws Exception {
        guests.after(target.thread()::stepInto);
        return Guests.messages(target).split(sentence, -1).length - 1;
    }

    private void changeLater(String name) throws Exception {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(Instant.now().plusSeconds(60)));
    }

    @Test
    void aRomBuiltAnewIsToldOfUntilItIsReloaded() throws Exception {
        GuestDebugTarget target = atReset();
        assertEquals(0, told(target, REBUILT));
        changeLater("rombios.rom");
        assertEquals(1, told(target, REBUILT));
        assertEquals(1, told(target, REBUILT), "it is said once");
        guests.after(() -> target.reloadFirmware().join());
        assertEquals(1, told(target, REBUILT));
        Files.delete(folder.resolve("rombios.rom"));
        assertEquals(2, told(target, REBUILT));
    }

    @Test
    void aBreakpointInASourceThatIsNewerThanTheSymbolsIsToldOf() throws Exception {
        GuestDebugTarget target = atReset();
        int line = guests.line("rombios/int13.c", "if (r->ah == 0x4B)");
        new GuestLineBreakpoint(guests.source("rombios/int13.c"), line);
        Guests.settle();
        assertFalse(Guests.messages(target).contains(EDITED), Guests.messages(target));
        IFolder edited = guests.project.getFolder("rombios");
        edited.create(true, true, null);
        IFile copy = edited.getFile("int13.c");
        copy.create(new ByteArrayInputStream(guests.source("rombios/int13.c").getContents().readAllBytes()), true, null);
        Files.setLastModifiedTime(copy.getLocation().toPath(), FileTime.from(Instant.now().plusSeconds(60)));
        GuestLineBreakpoint late = new GuestLineBreakpoint(copy, line);
        Guests.await("the sentence", () -> Guests.messages(target).contains(EDITED));
        assertTrue(target.isInstalled(late), "it is set all the same: " + Guests.messages(target));
    }

    /** The project and the files may go while the guest runs: it has what it needs, and can be stopped and ended. */
    @Test
    void aGuestWhoseProjectIsDeletedGoesOn() throws Exception {
        GuestDebugTarget target = atReset();
        new GuestLineBreakpoint(guests.source("rombios/int13.c"), 1);
        guests.project.delete(false, true, null);
        target.resume();
        guests.after(target::suspend);
        assertTrue(target.thread().top() != null);
        Files.delete(folder.resolve("rombios.rom"));
        String why = target.reloadFirmware().handle((done, problem) -> problem == null ? "" : problem.getMessage()).join();
        assertTrue(why.contains("cannot read " + folder.resolve("rombios.rom")), why);
        target.terminate();
        Guests.await("its end", target::isTerminated);
        guests.project.create(null);
        guests.project.open(null);
    }
}
