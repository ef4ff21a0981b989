package org.domainfirmware.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.domainfirmware.debug.core.breakpoints.GuestAddressBreakpoint;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image that is spoilt while its guest runs: the guest sees a bad drive, its user a sentence, and both go on. */
class ImagesInUseTest {
    private static final int CARRY = 1;
    /** mov ax,0201h; mov bx,9000h; mov cx,2; xor dx,dx; int 13h; 7C0Dh: jmp 7C00h (encoded by hand from the SDM). */
    private static final int[] READS = {0xB8, 0x01, 0x02, 0xBB, 0x00, 0x90, 0xB9, 0x02, 0x00, 0x31, 0xD2, 0xCD, 0x13, 0xEB, 0xF1};

    @TempDir
    Path folder;
    private Guests guests;
    private Path image;

    @BeforeEach
    void open() throws Exception {
        guests = new Guests();
        image = Guests.floppy(folder, READS);
    }

    @AfterEach
    void close() throws Exception {
        guests.close();
    }

    private GuestDebugTarget behindARead() throws Exception {
        GuestDebugTarget target = guests.debug("images", Map.of(LaunchAttributes.drive("fda"), image.toString(),
                LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_BOOT_SECTOR));
        guests.awaitSuspend();
        new GuestAddressBreakpoint(GuestAddress.linear(0x7C0D));
        guests.after(target::resume);
        assertEquals(0, target.thread().registers().eflags() & CARRY, "the image is whole");
        return target;
    }

    @Test
    void oneThatIsTruncatedIsToldOfOnce() throws Exception {
        GuestDebugTarget target = behindARead();
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(512);
        }
        for (int i = 0; i < 3; i++) {
            guests.after(target::resume);
            assertEquals(CARRY, target.thread().registers().eflags() & CARRY, "the BIOS tells its caller of the error");
        }
        String messages = Guests.messages(target);
        assertTrue(messages.contains("drive fda: the image " + image + " cannot be read"), messages);
        assertTrue(messages.contains("became shorter while in use"), messages);
        assertEquals(2, messages.split("cannot be read", -1).length, "it is said once: " + messages);
    }

    @Test
    void oneThatIsDeletedIsReadOnAsLongAsTheGuestHasIt() throws Exception {
        GuestDebugTarget target = behindARead();
        Files.delete(image);
        guests.after(target::resume);
        assertEquals(0, target.thread().registers().eflags() & CARRY);
        target.terminate();
        Guests.await("its end", target::isTerminated);
    }
}
