package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loader of a domain and the monitor's first instructions in QEMU, which has other adapters but no partition mode. */
class DomainLoaderTest {
    private static final long SECONDS = 60;
    private static final String CIRRUS = "Cirrus adapter, but no VGABIOS for it";

    @TempDir
    private Path folder;

    @Test
    void standardAdapterGetsItsVgabios() throws Exception {
        List<String> log = run("std", true).lines().toList();
        assertEquals("vmxloader: firmware of a domain", log.get(0));
        assertTrue(log.get(1).matches("vmxloader: VGABIOS at C0000, 0[0-9A-F]{4}h bytes"), log.get(1));
        assertTrue(log.get(2).matches("vmxloader: vmxassist at D0000, 0[0-9A-F]{4}h bytes"), log.get(2));
        assertEquals("vmxloader: ROMBIOS at F0000, 10000h bytes", log.get(3));
    }

    @Test
    void cirrusAdapterIsToldAndGetsTheStandardVgabios() throws Exception {
        String cirrus = run("cirrus", true);
        assertTrue(cirrus.lines().toList().get(1).startsWith("vmxloader: " + CIRRUS), cirrus);
        assertTrue(cirrus.contains("vmxloader: VGABIOS at C0000"), cirrus);
        assertFalse(run("std", true).contains(CIRRUS));
    }

    @Test
    void withoutAPartitionTheMonitorSaysSo() throws Exception {
        String log = run("std", true);
        assertTrue(log.contains("vmxassist: clearing CR0.PE did not switch worlds: this is no partition"), log);
        assertTrue(log.matches("(?s).*\\nEIP=[0-9A-F]{8} EFLAGS=[0-9A-F]{8} .*\\nCS=[0-9A-F]{4} base=[0-9A-F]{8} .*\\ncode:( [0-9A-F]{2}){16}\\n"),
                log);
    }

    @Test
    void placesThatCannotBeWrittenAreNamed() throws Exception {
        String log = run("std", false);
        assertTrue(log.endsWith("vmxloader: VGABIOS cannot be copied into its place: there is no RAM that can be written\n"), log);
    }

    private String run(String adapter, boolean shadowRam) throws Exception {
        Path image = image(shadowRam);
        Path log = folder.resolve(adapter + shadowRam);
        Process qemu = new ProcessBuilder("qemu-system-i386", "-accel", "tcg", "-m", "64", "-nic", "none", "-vga", adapter,
                "-display", "none", "-serial", "null", "-monitor", "none", "-no-reboot", "-boot", "a",
                "-drive", "snapshot=on,format=raw,if=floppy,file=" + image, "-debugcon", "file:" + log)
                .redirectErrorStream(true).redirectOutput(folder.resolve("messages").toFile()).start();
        try {
            awaitLastLine(qemu, log, shadowRam ? "code:" : "vmxloader: VGABIOS");
        } finally {
            qemu.destroyForcibly();
            qemu.waitFor(10, TimeUnit.SECONDS);
        }
        String all = Files.readString(log, StandardCharsets.ISO_8859_1);
        return all.substring(Math.max(0, all.indexOf("vmxloader: firmware")));
    }

    /** Until a whole line that starts so is in the log. */
    private void awaitLastLine(Process qemu, Path log, String start) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        String text = "";
        while (!text.matches("(?s).*\\n" + start + "[^\\n]*\\n")) {
            assertTrue(System.nanoTime() < limit, "no line " + start + " in\n" + text);
            // A triple fault ends QEMU; all has been written then.
            boolean ended = qemu.waitFor(100, TimeUnit.MILLISECONDS);
            text = Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
            assertTrue(!ended || text.contains(start), () -> "QEMU ended: " + messages());
        }
    }

    private String messages() {
        try {
            return Files.readString(folder.resolve("messages"));
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private Path image(boolean shadowRam) throws Exception {
        Path built = Path.of(System.getProperty("org.domainfirmware.firmware", "build/firmware"));
        Path flat = folder.resolve("vmxloader.bin");
        GuestProgram.run(List.of("objcopy", "-O", "binary", built.resolve("vmxloader.elf").toString(), flat.toString()));
        String image = "-dIMAGE=\"" + flat + "\"";
        GuestProgram program = new GuestProgram("vmx", "start_loader");
        return shadowRam ? program.assemble(folder, image, "-dOPEN_SHADOW") : program.assemble(folder, image);
    }
}
