package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.cli.CapturedBoot;
import org.domainfirmware.emulator.debug.AssistView;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.Location;
import org.domainfirmware.emulator.debug.Machines;
import org.domainfirmware.emulator.debug.StopReason;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.domainfirmware.emulator.vmx.AssistTrap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The trace of the monitor over a boot sector whose every instruction is known to trap or not: in virtual-8086 mode the
 * privileged ones raise #GP (SDM volume 3, 20.2.7), the others run.
 */
@Isolated("replaces System.err")
class AssistTraceTest {
    private static final int BOOT_SECTOR = 0x7C00;
    private static final int FLOPPY = 1_474_560;
    /** Stays the help promises to keep. */
    private static final int KEPT = 20_000;

    /** Code at 0000:7C00, encoded by hand, and the mnemonics of those instructions that trap, by their offset. */
    private static final int[] CODE = {
        0xFA,                               // 7C00 cli: runs by VME (VIF)
        0x31, 0xC0,                         // 7C01 xor ax,ax
        0x8E, 0xD8,                         // 7C03 mov ds,ax
        0x0F, 0x20, 0xC0,                   // 7C05 mov eax,cr0
        0x0F, 0x01, 0x16, 0x20, 0x7C,       // 7C08 lgdt [7C20]
        0x40,                               // 7C0D inc ax
        0x0F, 0x06,                         // 7C0E clts
        0x0F, 0x20, 0xC0,                   // 7C10 mov eax,cr0
        0xEB, 0xFE};                        // 7C13 jmp $
    private static final List<String> TRAPS = List.of("7C05 mov", "7C08 lgdt", "7C0E clts", "7C10 mov");

    @TempDir
    private Path folder;

    private MachineConfig config() throws Exception {
        return config(CODE);
    }

    private MachineConfig config(int... code) throws Exception {
        byte[] image = new byte[FLOPPY];
        for (int i = 0; i < code.length; i++) {
            image[i] = (byte) code[i];
        }
        image[510] = 0x55;
        image[511] = (byte) 0xAA;
        Path floppy = Files.write(folder.resolve("traps.img"), image);
        return Firmware.OURS.config().withDrives(Map.of(Drive.FDA, new DriveImage(floppy, false))).withBootOrder(List.of("a"));
    }

    private static DomainPort atBootSector(MachineConfig config) throws Exception {
        DomainPort domain = new DomainPort(config);
        domain.port().runTo(new Location.Linear(BOOT_SECTOR), 0).join();
        assertEquals(new StopReason.StepEnd(), domain.awaitStop(), domain::console);
        return domain;
    }

    @Test
    void everyTrapOfTheGuestIsInTheTraceAndNothingElse() throws Exception {
        try (DomainPort domain = atBootSector(config())) {
            DebugPort port = domain.port();
            assertFalse(port.assistTrace(1).join().traced());
            port.traceAssist(true).join();
            domain.run(20_000);
            AssistView view = port.assistTrace(100).join();
            assertTrue(view.domain() && view.traced() && view.monitorActive());
            List<AssistTrap> own = view.newest().stream().filter(t -> t.cs() == 0 && !t.kind().startsWith("IRQ")).toList();
            assertEquals(TRAPS, own.stream().map(t -> String.format("%04X %s", t.eip(), t.kind())).toList());
            assertTrue(own.stream().allMatch(t -> t.vector() == 13 && t.outcome().equals("emulated") && t.spent() > 0));
            assertEquals("0F0116207C", own.get(1).bytes());
            assertEquals(2, count(view, "mov"));
            assertEquals(1, count(view, "lgdt"));
            assertEquals(20_000, view.instructions());
            assertTrue(own.stream().mapToLong(AssistTrap::spent).sum() <= view.instructions());
        }
    }

    private static long count(AssistView view, String kind) {
        return view.totals().stream().filter(t -> t.kind().equals(kind)).mapToLong(t -> t.count()).sum();
    }

    /** To 16-bit protected mode and back: a far jump behind each MOV CR0. */
    @Test
    void aWorldSwitchHasTheInstructionThatMadeItAndWhereTheGuestWentOn() throws Exception {
        int[] modes = {
            0xFA,                               // 7C00 cli
            0x31, 0xC0,                         // 7C01 xor ax,ax
            0x8E, 0xD8,                         // 7C03 mov ds,ax
            0x0F, 0x01, 0x16, 0x26, 0x7C,       // 7C05 lgdt [7C26]
            0x0F, 0x20, 0xC0,                   // 7C0A mov eax,cr0
            0x0C, 0x01,                         // 7C0D or al,1
            0x0F, 0x22, 0xC0,                   // 7C0F mov cr0,eax
            0xEA, 0x17, 0x7C, 0x08, 0x00,       // 7C12 jmp 8:7C17
            0x0F, 0x20, 0xC0,                   // 7C17 mov eax,cr0
            0x24, 0xFE,                         // 7C1A and al,FEh
            0x0F, 0x22, 0xC0,                   // 7C1C mov cr0,eax
            0xEA, 0x24, 0x7C, 0x00, 0x00,       // 7C1F jmp 0:7C24
            0xEB, 0xFE,                         // 7C24 jmp $
            0x0F, 0x00, 0x2C, 0x7C, 0x00, 0x00, // 7C26 limit and base of the GDT
            0, 0, 0, 0, 0, 0, 0, 0,             // 7C2C null
            0xFF, 0xFF, 0, 0, 0, 0x9A, 0, 0};   // 7C34 16-bit code
        try (DomainPort domain = atBootSector(config(modes))) {
            domain.port().traceAssist(true).join();
            domain.run(50_000);
            List<AssistTrap> own = domain.port().assistTrace(100).join().newest();
            AssistTrap back = own.stream().filter(t -> t.vector() < 0).reduce((a, b) -> b).orElseThrow();
            assertEquals("0008:7C1C mov cr0,eax -> real mode at 0000:7C24", String.format("%04X:%04X %s -> %s", back.cs(),
                    back.eip(), back.instruction(), back.outcome()));
            AssistTrap there = own.stream().filter(t -> t.cs() == 0 && t.eip() == 0x7C0F).findFirst().orElseThrow();
            assertEquals("protected mode at 0008:00007C17", there.outcome());
        }
    }

    @Test
    void theNewestAreKeptAndTheOthersCounted() throws Exception {
        // L: mov eax,cr0; jmp L
        try (DomainPort domain = atBootSector(config(0x0F, 0x20, 0xC0, 0xEB, 0xFB))) {
            domain.port().traceAssist(true).join();
            AssistView view = domain.port().assistTrace(0).join();
            while (view.seen() <= KEPT) {
                domain.run(1_000_000);
                view = domain.port().assistTrace(Integer.MAX_VALUE).join();
            }
            assertEquals(KEPT, view.newest().size());
            assertEquals(view.seen() - KEPT, view.dropped());
            assertEquals(view.seen(), view.totals().stream().mapToLong(t -> t.count()).sum(), "the sums count all");
            List<Long> starts = view.newest().stream().map(AssistTrap::start).toList();
            assertEquals(starts.stream().sorted().distinct().toList(), starts);
        }
    }

    @Test
    void onlyAsManyAsAskedForAreGivenTheNewestOldestFirst() throws Exception {
        try (DomainPort domain = atBootSector(config())) {
            domain.port().traceAssist(true).join();
            domain.run(20_000);
            AssistView all = domain.port().assistTrace(100).join();
            AssistView two = domain.port().assistTrace(2).join();
            int size = all.newest().size();
            assertEquals(all.newest().subList(size - 2, size), two.newest());
            assertEquals(all.seen(), two.seen());
        }
    }

    @Test
    void tracingDoesNotChangeTheGuest() throws Exception {
        String[] hashes = new String[2];
        for (int i = 0; i < 2; i++) {
            try (DomainPort domain = new DomainPort(config())) {
                domain.port().traceAssist(i == 1).join();
                domain.goTo(1_500_000);
                hashes[i] = domain.port().stateHash().join();
                assertEquals(i == 1, domain.port().assistTrace(1).join().seen() > 0);
            }
        }
        assertEquals(hashes[0], hashes[1]);
    }

    @Test
    void aNewTraceStartsEmptyAndAnEndedOneStaysReadable() throws Exception {
        try (DomainPort domain = atBootSector(config())) {
            domain.port().traceAssist(true).join();
            domain.run(20_000);
            long seen = domain.port().assistTrace(0).join().seen();
            domain.port().traceAssist(false).join();
            domain.port().reset().join();
            domain.run(500_000);
            AssistView ended = domain.port().assistTrace(0).join();
            assertEquals(List.of(seen, 20_000L), List.of(ended.seen(), ended.instructions()));
            domain.port().traceAssist(true).join();
            assertEquals(0, domain.port().assistTrace(0).join().seen());
        }
    }

    @Test
    void aMachineWithRealModeHasNoMonitor() throws Exception {
        try (DebugPort port = Machines.start("pc", Firmware.OURS.config())) {
            port.traceAssist(true).join();
            AssistView view = port.assistTrace(10).join();
            assertFalse(view.domain() || view.traced() || view.monitorActive());
        }
    }

    @Test
    void theReportHasTheChecksOfTheLastEntry() throws Exception {
        config();
        Path report = folder.resolve("report.json");
        Path built = DomainPort.loader().getParent();
        CapturedBoot run = CapturedBoot.of(List.of("--rombios", built.resolve("rombios.rom").toString(), "--vgabios",
                built.resolve("vgabios.rom").toString(), "--kernel", DomainPort.loader().toString(), "--real-mode", "assist", "--fda",
                folder.resolve("traps.img").toString(), "--serial", "none", "--limit-instructions", "400000", "--report",
                report.toString()));
        assertEquals(1, run.status(), run::err);
        JsonObject domain = JsonParser.parseString(Files.readString(report)).getAsJsonObject().getAsJsonObject("domain");
        assertTrue(domain.get("monitorActive").getAsBoolean());
        List<JsonObject> checks = domain.getAsJsonArray("lastEntryChecks").asList().stream().map(e -> e.getAsJsonObject()).toList();
        assertTrue(checks.stream().allMatch(c -> c.get("passes").getAsBoolean()));
        for (String group : List.of("control registers", "segment registers", "descriptor-table registers",
                "RIP and RFLAGS", "non-register state")) {
            assertTrue(checks.stream().anyMatch(c -> c.get("group").getAsString().equals(group)), group);
        }
    }
}
