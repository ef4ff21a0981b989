package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.domainfirmware.emulator.debug.BreakpointSpec;
import org.domainfirmware.emulator.debug.DebugEvent;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.Machines;
import org.domainfirmware.emulator.debug.StopReason;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A BIOS of which there is nothing but its image and the listing of its assembler. */
class ListingGuestTest {
    private static final String SOURCE = """
            bits 16
            org 0
            start:
                mov ax, 0x2000
                mov ss, ax
                mov sp, 0x1000
                call twice
            halted:
                hlt
                jmp halted
            twice:
                add ax, ax
                ret
            times 0xfff0 - ($ - $$) db 0xff
            reset:
                jmp 0xf000:start
            times 0x10000 - ($ - $$) db 0
            """;
    @TempDir
    Path folder;
    private GuestSymbols symbols;

    @BeforeEach
    void assemble() throws Exception {
        Files.writeString(folder.resolve("own.asm"), SOURCE);
        Process nasm = new ProcessBuilder("nasm", "-f", "bin", "-l", "own.lst", "-o", "own.rom", "own.asm").directory(folder.toFile())
                .redirectErrorStream(true).start();
        String said = new String(nasm.getInputStream().readAllBytes());
        assertEquals(0, nasm.waitFor(), said);
        symbols = GuestSymbols.load(List.of(folder.resolve("own.lst")));
        assertEquals(List.of(), symbols.problems());
    }

    @Test
    void namesAndLinesAreThoseOfTheListing() {
        assertEquals("start", symbols.nameAt(0xF0000));
        assertEquals("start+3h", symbols.nameAt(0xF0003));
        assertEquals("reset", symbols.nameAt(0xFFFFFFF0), "where the processor starts, below 4 GiB");
        assertEquals("", symbols.nameAt(0x7C00));
        assertEquals(7, symbols.lineAt(0xF0008).orElseThrow().line().line());
        assertEquals(List.of(0xF0003L), symbols.codeOf("own.asm", 5));
    }

    @Test
    void runningGuestStopsAtALabelAndItsFramesHaveLines() throws Exception {
        MachineConfig config = MachineConfig.of(Files.readAllBytes(folder.resolve("own.rom")),
                Files.readAllBytes(TestGuest.firmware().resolve("vgabios.rom"))).withMemory(16);
        BlockingQueue<StopReason> stops = new LinkedBlockingQueue<>();
        try (DebugPort port = Machines.start("listing", config)) {
            port.addListener(e -> {
                if (e instanceof DebugEvent.Stopped s) {
                    stops.add(s.reason());
                }
            });
            long twice = symbols.entryOf("twice").orElseThrow();
            port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Execution(SymbolPlaces.at(twice).get(0)))).join();
            stops.clear();
            port.resume();
            assertNotNull(stops.poll(60, TimeUnit.SECONDS), "the guest did not stop");
            List<GuestFrame> frames = new Unwinder(symbols, new PortMemory(port)).frames(port.registers().join());
            assertEquals("twice", symbols.nameAt(frames.get(0).linear()));
            assertEquals(12, frames.get(0).line().line());
            assertTrue(frames.size() > 1, frames::toString);
            assertEquals(7, frames.get(1).line().line(), "the call");
        }
    }

    @Test
    void listingWithoutItsImageIsAProblemInWords() throws Exception {
        Files.delete(folder.resolve("own.rom"));
        List<String> problems = GuestSymbols.load(List.of(folder.resolve("own.lst"))).problems();
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("no image own.rom or own.bin beside it"), problems::toString);
    }
}
