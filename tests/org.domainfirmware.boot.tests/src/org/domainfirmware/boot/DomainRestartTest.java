package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.StopReason;
import org.domainfirmware.emulator.loader.DomainStart;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.RunEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A domain that is reset is built anew, by whatever it was reset. */
class DomainRestartTest {
    /** What the loader says before anything else. */
    private static final String LOADER = "vmxloader: firmware of a domain";
    private static final String MONITOR = "vmxassist: real mode through virtual-8086 mode";
    private static final String BANNER = "Domain Firmware Workbench ROMBIOS";
    /** The ROM BIOS has said its banner by then. */
    private static final long BOOTED = 1_000_000;
    /** RAM that neither the loader nor our firmware uses. */
    private static final int UNUSED = 0x2000000;

    @TempDir
    private Path folder;

    private static long count(String text, String what) {
        return Pattern.compile(Pattern.quote(what)).matcher(text).results().count();
    }

    private static void assertBoots(DomainPort domain, int time) throws Exception {
        domain.run(BOOTED);
        assertEquals(time, count(domain.console(), LOADER), domain::console);
        assertEquals(time, count(domain.console(), MONITOR), domain::console);
        assertEquals(time, count(domain.console(), BANNER), domain::console);
    }

    @Test
    void aDebuggersResetBuildsTheDomainAnewInClearMemory() throws Exception {
        try (DomainPort domain = new DomainPort(Firmware.OURS.config())) {
            assertBoots(domain, 1);
            domain.port().writeMemory(AddressSpace.PHYSICAL, UNUSED, new byte[] {1, 2, 3}).join();
            domain.port().reset().join();
            assertInstanceOf(StopReason.AtReset.class, domain.port().stopReason());
            assertEquals(0x100000, domain.port().registers().join().eip(), "the loader's entry");
            assertEquals(0, domain.port().readMemory(AddressSpace.PHYSICAL, UNUSED, 3).join().data()[1]);
            assertBoots(domain, 2);
        }
    }

    @Test
    void aDomainThatWasStoppedGoesOnAfterAReset() throws Exception {
        try (DomainPort domain = new DomainPort(Firmware.OURS.config())) {
            domain.run(BOOTED);
            leaveWithoutMonitor(domain);
            StopReason.DomainStopped stopped = assertInstanceOf(StopReason.DomainStopped.class, domain.awaitStop());
            assertTrue(stopped.why().contains("no monitor"), stopped.why());
            assertThrows(CompletionException.class, () -> domain.port().resume().join(), "nothing can go on without a monitor");
            domain.port().reset().join();
            assertBoots(domain, 2);
        }
    }

    /** A loader whose first code leaves protected mode, with no monitor in its place yet: mov eax,cr0; and al,FEh; mov cr0,eax. */
    private static void leaveWithoutMonitor(DomainPort domain) {
        domain.port().reset().join();
        byte[] leave = {0x0F, 0x20, (byte) 0xC0, 0x24, (byte) 0xFE, 0x0F, 0x22, (byte) 0xC0};
        int entry = domain.port().registers().join().eip();
        domain.port().writeMemory(AddressSpace.PHYSICAL, entry, leave).join();
        domain.port().resume().join();
    }

    @Test
    void anotherLoaderIsTakenByAReload() throws Exception {
        Path loader = Files.copy(DomainPort.loader(), folder.resolve("vmxloader.elf"));
        try (DomainPort domain = new DomainPort(Firmware.OURS.config(), loader)) {
            assertBoots(domain, 1);
            String old = Files.readString(loader, StandardCharsets.ISO_8859_1);
            Files.writeString(loader, old.replace("firmware of a domain", "FIRMWARE OF A DOMAIN"), StandardCharsets.ISO_8859_1);
            domain.port().reloadDomain(loader).join();
            domain.run(BOOTED);
            assertEquals(1, count(domain.console(), LOADER), domain::console);
            assertEquals(1, count(domain.console(), "vmxloader: FIRMWARE OF A DOMAIN"), domain::console);
            assertEquals(2, count(domain.console(), BANNER), domain::console);
        }
    }

    @Test
    void aLoaderThatIsNoneIsRefusedAndTheDomainGoesOn() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.elf"), "no ELF");
        try (DomainPort domain = new DomainPort(Firmware.OURS.config())) {
            domain.run(BOOTED);
            CompletionException refused = assertThrows(CompletionException.class, () -> domain.port().reloadDomain(bad).join());
            assertTrue(refused.getMessage().contains("bad.elf"), refused.getMessage());
            long before = domain.port().registers().join().instructions();
            domain.run(1000);
            assertEquals(before + 1000, domain.port().registers().join().instructions());
            assertEquals(1, count(domain.console(), LOADER), domain::console);
        }
    }

    /** Port CF9h: a hard reset. Port 64h, FEh: the keyboard controller's pulse, which is INIT on a PC. */
    @Test
    void theGuestsOwnResetsBuildTheDomainAnew() throws Exception {
        for (int[] reset : new int[][] {{0xCF9, 0x06}, {0x64, 0xFE}}) {
            StringBuilder console = new StringBuilder();
            MachineConfig config = Firmware.OURS.config();
            try (Machine machine = new Machine(config)) {
                machine.indicators().debugConsole().onByte(b -> console.append((char) b));
                DomainStart.start(machine, "vmxloader.elf", Files.readAllBytes(DomainPort.loader()));
                assertEquals(RunEnd.INSTRUCTIONS, machine.run(BOOTED, Long.MAX_VALUE));
                machine.ports().write(reset[0], 1, reset[1]);
                assertEquals(RunEnd.INSTRUCTIONS, machine.run(2 * BOOTED, Long.MAX_VALUE));
                assertEquals(2, count(console.toString(), LOADER), () -> Integer.toHexString(reset[0]) + "\n" + console);
                assertEquals(2, count(console.toString(), BANNER), () -> Integer.toHexString(reset[0]) + "\n" + console);
            }
        }
    }
}
