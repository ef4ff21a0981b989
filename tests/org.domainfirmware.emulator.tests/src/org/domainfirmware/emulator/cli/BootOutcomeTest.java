package org.domainfirmware.emulator.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.domainfirmware.emulator.machine.TestRom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How runs of {@code dfw boot} end: exit statuses and what is printed and saved, as DESIGN's command line promises. */
@Isolated("replaces System.err")
class BootOutcomeTest {
    /** jmp $ */
    private static final int[] FOR_EVER = {0xEB, 0xFE};

    @TempDir
    private Path folder;

    private CapturedBoot boot(int[] code, String... options) throws IOException {
        Path rom = Files.write(folder.resolve("guest.rom"), TestRom.of(code));
        List<String> all = new ArrayList<>(List.of("--rombios", rom.toString(), "--vgabios", "none", "--memory", "1"));
        if (!List.of(options).contains("--serial")) {
            all.addAll(List.of("--serial", "none"));
        }
        all.addAll(List.of(options));
        return CapturedBoot.of(all);
    }

    private static int[] code(int... bytes) {
        return bytes;
    }

    /** Characters written to a port, then the tail. */
    private static int[] says(int port, String text, int... tail) {
        int[] code = new int[3 + 3 * text.length() + tail.length];
        code[0] = 0xBA;
        code[1] = port & 0xFF;
        code[2] = port >> 8;
        for (int i = 0; i < text.length(); i++) {
            code[3 + 3 * i] = 0xB0;
            code[4 + 3 * i] = text.charAt(i);
            code[5 + 3 * i] = 0xEE;
        }
        System.arraycopy(tail, 0, code, 3 + 3 * text.length(), tail.length);
        return code;
    }

    /** Two characters: one goes to the shift register at once, the other waits in the holding register (16550 data sheet). */
    private static int[] saysOnSerial(int first, int second) {
        // mov dx,3FBh; mov al,3; out dx,al (8 bits); mov dl,0F8h; mov al,FIRST; out dx,al; mov al,SECOND; out dx,al; jmp $
        return code(0xBA, 0xFB, 0x03, 0xB0, 0x03, 0xEE, 0xB2, 0xF8, 0xB0, first, 0xEE, 0xB0, second, 0xEE, 0xEB, 0xFE);
    }

    @ParameterizedTest
    @CsvSource({"--limit, 0.05, guest time limit", "--limit-instructions, 12345, instruction limit", "--timeout, 0.2, host time limit",
        "--limit, 0, guest time limit", "--limit-instructions, 0, instruction limit"})
    void limitsEndWith1(String option, String value, String reason) throws Exception {
        CapturedBoot run = boot(FOR_EVER, option, value);
        assertEquals(1, run.status(), run::err);
        assertTrue(run.err().contains(reason), run::err);
    }

    @Test
    void instructionLimitIsExact() throws Exception {
        assertTrue(boot(FOR_EVER, "--limit-instructions", "12345").err().contains("after 12345 instructions"));
    }

    /** A guest halted for good is no reason to wait for ever: guest time passes, and so does host time. */
    @Test
    void limitsEndAHaltedGuest() throws Exception {
        assertEquals(1, boot(code(0xFA, 0xF4), "--limit", "2").status());
        assertEquals(1, boot(code(0xFA, 0xF4), "--timeout", "0.2").status());
    }

    @Test
    void untilSerialEndsWith0() throws Exception {
        int[] guest = saysOnSerial('o', 'k');
        assertEquals(0, boot(guest, "--until-serial", "^o.$", "--limit", "1").status());
        assertEquals(1, boot(guest, "--until-serial", "^o$", "--limit", "0.1").status());
    }

    @Test
    void untilDebugconEndsWith0() throws Exception {
        int[] guest = says(0xE9, "here", FOR_EVER);
        assertEquals(0, boot(guest, "--until-debugcon", "her", "--limit", "1").status());
        assertEquals(1, boot(guest, "--until-debugcon", "hers", "--limit", "0.1").status());
    }

    @Test
    void untilPostEndsWith0() throws Exception {
        // mov al,0ABh; out 80h,al; jmp $
        int[] guest = {0xB0, 0xAB, 0xE6, 0x80, 0xEB, 0xFE};
        assertEquals(0, boot(guest, "--until-post", "AB", "--limit", "1").status());
        assertEquals(1, boot(guest, "--until-post", "ac", "--limit", "0.1").status());
    }

    @Test
    void untilScreenEndsWith0AndTheScreenIsPrinted() throws Exception {
        CapturedBoot run = built("--until-screen", "[A-Za-z]{4}", "--limit", "20", "--screen-text");
        assertEquals(0, run.status(), run::err);
        assertTrue(run.out().lines().anyMatch(l -> l.matches(".*[A-Za-z]{4}.*")), run::out);
    }

    /** The built firmware, with a boot sector in A: if given among the options. */
    private static CapturedBoot built(String... options) {
        List<String> all = new ArrayList<>(List.of("--serial", "none"));
        all.addAll(List.of(options));
        return CapturedBoot.of(all);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 3", "33, 67", "127, 255"})
    void debugExitEndsWithTwiceTheValuePlus1(int value, int status) throws Exception {
        // mov dx,501h; mov al,VALUE; out dx,al; jmp $
        CapturedBoot run = boot(code(0xBA, 0x01, 0x05, 0xB0, value, 0xEE, 0xEB, 0xFE), "--debug-exit", "0x501", "--limit", "1");
        assertEquals(status, run.status(), run::err);
    }

    @Test
    void tripleFaultEndsWith3AndShowsTheState() throws Exception {
        // cs lidt [0200h] (limit 0); int 3
        CapturedBoot run = boot(code(0x2E, 0x0F, 0x01, 0x1E, 0x00, 0x02, 0xCC), "--limit", "1");
        assertEquals(3, run.status());
        assertTrue(run.err().contains("triple fault"), run::err);
        assertTrue(run.err().contains("EIP=00000106"), run::err);
    }

    @Test
    void reportHasThePromisedFields() throws Exception {
        Path file = folder.resolve("report.json");
        // mov eax,12345678h; hlt, interrupts off as after reset
        CapturedBoot run = boot(code(0x66, 0xB8, 0x78, 0x56, 0x34, 0x12, 0xF4), "--limit", "0.5", "--report", file.toString());
        assertEquals(1, run.status());
        JsonObject report = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        assertEquals(1, report.get("status").getAsInt());
        assertTrue(report.get("outcome").getAsString().contains("guest time limit"));
        // jmp far, mov, hlt
        assertEquals(3, report.get("instructions").getAsLong());
        assertEquals(0.5, report.get("guestSeconds").getAsDouble(), 0.001);
        assertFalse(report.has("instructionsToBootSector"));
        assertTrue(report.get("hostSeconds").getAsDouble() > 0);
        assertTrue(report.get("screen").isJsonArray());
        assertEquals(0, report.get("e820").getAsJsonArray().size());
        assertTrue(report.get("registers").toString().contains("EAX=12345678"));
        assertTrue(report.get("stateHash").getAsString().matches("[0-9a-f]{16}"));
    }

    @Test
    void stateIsPrinted() throws Exception {
        CapturedBoot run = boot(FOR_EVER, "--limit-instructions", "10", "--state");
        assertTrue(run.out().contains("EIP=00000100"), run::out);
        assertTrue(run.out().contains("base=000F0000"), run::out);
    }

    @Test
    void screenshotIsAPicture() throws Exception {
        Path file = folder.resolve("screen.png");
        CapturedBoot run = built("--until-screen", "[A-Za-z]{4}", "--limit", "20", "--screenshot", file.toString());
        assertEquals(0, run.status(), run::err);
        // Text mode 3 of a VGA: 80 characters of 9 dots, 25 rows of 16 lines (IBM VGA technical reference).
        var picture = ImageIO.read(file.toFile());
        assertEquals(720, picture.getWidth());
        assertEquals(400, picture.getHeight());
    }

    /** A boot sector waits for a key by INT 16h and ends the run with its ASCII code. */
    @Test
    void typesAfterTheScreenShowsSomething() throws Exception {
        // mov ax,0E3Eh; int 10h ('>'); xor ax,ax; int 16h; mov dx,501h; and al,7Fh; out dx,al; jmp $
        byte[] sector = new byte[1474560];
        int[] code = {0xB8, 0x3E, 0x0E, 0xCD, 0x10, 0x31, 0xC0, 0xCD, 0x16, 0xBA, 0x01, 0x05, 0xEE, 0xEB, 0xFE};
        for (int i = 0; i < code.length; i++) {
            sector[i] = (byte) code[i];
        }
        sector[510] = 0x55;
        sector[511] = (byte) 0xAA;
        Path floppy = Files.write(folder.resolve("keys.img"), sector);
        CapturedBoot run = built("--fda", floppy.toString(), "--boot", "a", "--type", "after:>=q", "--debug-exit", "0x501",
                "--limit", "30");
        assertEquals('q' * 2 + 1, run.status(), run::err);
        assertArrayEquals(sector, Files.readAllBytes(floppy), "the image itself");
    }

    @Test
    void serialOutputGoesToItsFile() throws Exception {
        Path file = folder.resolve("com1.txt");
        CapturedBoot run = boot(saysOnSerial('a', 'b'), "--serial", "file:" + file, "--limit", "0.1");
        assertEquals(1, run.status());
        assertEquals("[97, 98]", Arrays.toString(Files.readAllBytes(file)));
    }
}
