package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;

/** A guest in qemu-system-i386 without a display; its text screen is read through the monitor, on standard input and output. */
final class Qemu implements AutoCloseable {
    private static final String PROMPT = "(qemu) ";
    private static final Pattern DUMP_LINE = Pattern.compile("^[0-9a-f]{16}: ");
    private static final Pattern WORD = Pattern.compile("0x([0-9a-f]{4})\\b");
    private static final int COLUMNS = 80;
    private static final int CELLS = COLUMNS * 25;
    private static final Map<Drive, String> INTERFACES = Map.of(Drive.FDA, "if=floppy,index=0", Drive.FDB, "if=floppy,index=1",
            Drive.HDA, "if=ide,index=0", Drive.HDB, "if=ide,index=1", Drive.CDROM, "if=ide,index=2,media=cdrom");

    private final Process process;
    private final InputStream answers;
    private final OutputStream commands;

    Qemu(Firmware firmware, GuestHardware hardware, List<String> more) throws IOException {
        this(firmware.qemuOptions(), hardware, more);
    }

    /** @param firmware as {@link Firmware#qemuOptions}; @param more other options */
    Qemu(List<String> firmware, GuestHardware hardware, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of("qemu-system-i386", "-accel", "tcg", "-m", "64", "-nic", "none",
                "-parallel", "none", "-serial", "null", "-display", "none", "-monitor", "stdio", "-boot", "order=" + hardware.boot()));
        command.addAll(firmware);
        hardware.drives().forEach((drive, image) -> command.addAll(List.of("-drive",
                "snapshot=on,format=raw,file=" + image + "," + INTERFACES.get(drive))));
        if (hardware.drives().containsKey(Drive.FDA)) {
            command.addAll(List.of("-global", "floppy.drive-type=" + hardware.floppyDrive()));
        }
        command.addAll(more);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        answers = process.getInputStream();
        commands = process.getOutputStream();
        answer();
    }

    /** Waits for the guest to end itself. */
    void awaitEnd(long seconds) throws IOException, InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            fail("still running after " + seconds + " s, screen:\n" + screen());
        }
        // 1 and 3: what the guest wrote to the exit port, times two and one
        assertTrue(process.exitValue() == 1 || process.exitValue() == 3, () -> "QEMU: " + rest());
    }

    private String rest() {
        try {
            return new String(answers.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /** Waits until the text screen matches; fails with the screen after that many seconds. */
    void awaitScreen(String regex, long seconds) throws IOException, InterruptedException {
        Pattern pattern = Pattern.compile(regex, Pattern.MULTILINE);
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        String screen = screen();
        while (!pattern.matcher(screen).find()) {
            if (System.nanoTime() > limit) {
                fail("waited " + seconds + " s for the screen to match " + regex + ", got\n" + screen);
            }
            assertTrue(process.isAlive(), "QEMU ended");
            Thread.sleep(100);
            screen = screen();
        }
    }

    /** The first page of the colour text screen. */
    String screen() throws IOException {
        // Lines of the dump begin with the address; the monitor's echo of the command does not.
        String words = monitor("xp /" + CELLS + "hx 0xb8000").lines().filter(l -> DUMP_LINE.matcher(l).find())
                .map(l -> l.substring(l.indexOf(':'))).collect(Collectors.joining());
        StringBuilder text = new StringBuilder();
        for (Matcher word = WORD.matcher(words); word.find(); ) {
            int c = Integer.parseInt(word.group(1), 16) & 0xFF;
            text.append(c < 0x20 || c > 0x7E ? ' ' : (char) c);
        }
        return text.toString().replaceAll("(.{" + COLUMNS + "})", "$1\n").replaceAll(" +\n", "\n");
    }

    /** Presses keys, by the monitor's names for them. */
    void press(String... keys) throws IOException {
        for (String key : keys) {
            monitor("sendkey " + key);
        }
    }

    /** Presses a key again and again until the text screen matches: for keys that count in a moment of the start only. */
    void pressUntil(String key, String regex, long seconds) throws IOException, InterruptedException {
        Pattern pattern = Pattern.compile(regex, Pattern.MULTILINE);
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!pattern.matcher(screen()).find()) {
            if (System.nanoTime() > limit) {
                fail("pressed " + key + " for " + seconds + " s, but the screen does not match " + regex + "\n" + screen());
            }
            press(key);
            Thread.sleep(100);
        }
    }

    /** Gives the monitor a command. @return what it said up to its next prompt */
    String monitor(String command) throws IOException {
        commands.write((command + "\n").getBytes(StandardCharsets.US_ASCII));
        commands.flush();
        return answer();
    }

    private String answer() throws IOException {
        StringBuilder said = new StringBuilder();
        while (said.length() < PROMPT.length() || said.indexOf(PROMPT, said.length() - PROMPT.length()) < 0) {
            int c = answers.read();
            if (c < 0) {
                fail("QEMU ended: " + said);
            }
            said.append((char) c);
        }
        return said.toString();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
