package org.domainfirmware.emulator.device.vga;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs tests/programs/vga/modes.asm in QEMU and collects what it reports and what QEMU's monitor shows. */
final class QemuScreens {
    private static final int RECORD = 4 + 1 + 5 + 25 + 9 + 21 + 768 + 8192;
    private static final int FLOPPY = 1440 * 1024;
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(90);

    private final Path folder;

    QemuScreens(Path folder) {
        this.folder = folder;
    }

    /** A record of the program, and the picture of that moment as 0xRRGGBB. */
    record Picture(int mode, int kind, byte[] registers, int width, int height, int[] rgb) {
    }

    /**
     * All pictures of the program's table.
     *
     * @throws AssertionError if nasm or QEMU is missing or does not do its part in time
     */
    List<Picture> collect() throws IOException, InterruptedException {
        Path image = assemble();
        Path console = folder.resolve("console.bin");
        Process qemu = start(List.of("qemu-system-i386", "-display", "none", "-vga", "std", "-net", "none",
                "-drive", "file=" + image + ",if=floppy,format=raw", "-debugcon", "file:" + console,
                "-monitor", "stdio"));
        List<Picture> pictures = new ArrayList<>();
        long deadline = System.nanoTime() + TIMEOUT_NANOS;
        try (OutputStream monitor = qemu.getOutputStream()) {
            while (true) {
                int before = pictures.size() * RECORD;
                byte[] sent = awaitBytes(console, before + 3, deadline);
                if (new String(sent, before, 3, StandardCharsets.ISO_8859_1).equals("END")) {
                    return pictures;
                }
                sent = awaitBytes(console, before + RECORD, deadline);
                Path dump = folder.resolve("screen" + pictures.size() + ".ppm");
                tell(monitor, "screendump " + dump);
                byte[] record = Arrays.copyOfRange(sent, before, before + RECORD);
                pictures.add(picture(record, awaitPicture(dump, deadline)));
                tell(monitor, "sendkey ret");
            }
        } finally {
            qemu.destroyForcibly();
            qemu.waitFor();
        }
    }

    private Path assemble() throws IOException, InterruptedException {
        Path program = folder.resolve("modes.bin");
        Process nasm = start(List.of("nasm", "-f", "bin", "-o", program.toString(), source().toString()));
        if (nasm.waitFor() != 0) {
            throw new AssertionError("nasm ended with exit code " + nasm.exitValue());
        }
        Path image = folder.resolve("modes.img");
        return Files.write(image, Arrays.copyOf(Files.readAllBytes(program), FLOPPY));
    }

    private static Path source() {
        Path start = Path.of("").toAbsolutePath();
        for (Path p = start; p != null; p = p.getParent()) {
            Path candidate = p.resolve(Path.of("tests", "programs", "vga", "modes.asm"));
            if (Files.isRegularFile(candidate)) {
                return candidate;
            }
        }
        throw new AssertionError("no tests/programs/vga/modes.asm above the working directory " + start);
    }

    private Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(folder.resolve(command.get(0) + ".log").toFile()).start();
        } catch (IOException e) {
            throw new AssertionError(command.get(0) + " is needed to compare screens; install it", e);
        }
    }

    private static void tell(OutputStream monitor, String command) throws IOException {
        monitor.write((command + "\n").getBytes(StandardCharsets.UTF_8));
        monitor.flush();
    }

    private static byte[] awaitBytes(Path file, int length, long deadline) throws IOException, InterruptedException {
        while (true) {
            if (Files.exists(file) && Files.size(file) >= length) {
                return Files.readAllBytes(file);
            }
            pause(deadline, "QEMU's guest sent no " + length + " bytes");
        }
    }

    private static void pause(long deadline, String failure) throws InterruptedException {
        if (System.nanoTime() > deadline) {
            throw new AssertionError(failure + " in time");
        }
        Thread.sleep(10);
    }

    /** Waits until a PPM file has as many bytes as its header promises. */
    private static byte[] awaitPicture(Path file, long deadline) throws IOException, InterruptedException {
        while (true) {
            if (Files.exists(file)) {
                byte[] bytes = Files.readAllBytes(file);
                int[] header = header(bytes);
                if (header != null && bytes.length == header[2] + header[0] * header[1] * 3) {
                    return bytes;
                }
            }
            pause(deadline, "QEMU saved no " + file.getFileName());
        }
    }

    /** Width, height and length of a P6 header, or null while it is incomplete. */
    private static int[] header(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 40), StandardCharsets.ISO_8859_1);
        String[] words = start.split("\\s", 5);
        if (words.length < 5) {
            return null;
        }
        return new int[] {Integer.parseInt(words[1]), Integer.parseInt(words[2]), start.indexOf("255") + 4};
    }

    private static Picture picture(byte[] record, byte[] ppm) {
        int[] header = header(ppm);
        int[] rgb = new int[header[0] * header[1]];
        for (int i = 0; i < rgb.length; i++) {
            int at = header[2] + 3 * i;
            rgb[i] = (ppm[at] & 0xFF) << 16 | (ppm[at + 1] & 0xFF) << 8 | ppm[at + 2] & 0xFF;
        }
        return new Picture(record[2] & 0xFF, record[3], record, header[0], header[1], rgb);
    }
}
