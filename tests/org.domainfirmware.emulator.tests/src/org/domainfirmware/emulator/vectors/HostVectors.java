package org.domainfirmware.emulator.vectors;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Compiles a vector generator of tests/vectors with the host's gcc and reads what the real processor answers. */
public final class HostVectors {

    private static final int COMPILER_SECONDS = 60;

    private HostVectors() {
    }

    /** Reads one vector's bytes. */
    @FunctionalInterface
    public interface RecordReader {
        void read(byte[] vector);
    }

    /**
     * Compiles and runs a generator, handing over each record.
     *
     * @param folder an empty folder for the program
     * @param source path below tests/vectors
     * @param recordBytes length of a record
     * @param compilerOptions such as -m32
     * @param arguments of the generator
     * @return the number of records
     * @throws AssertionError if the host has no gcc or is no x86-64, or the generator fails
     */
    public static long run(Path folder, String source, int recordBytes, List<String> compilerOptions,
            List<String> arguments, RecordReader reader) throws IOException {
        Path program = compile(folder, source, compilerOptions);
        List<String> command = new ArrayList<>(arguments);
        command.add(0, program.toString());
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            long records = readAll(process, recordBytes, reader);
            await(process, "vector generator " + source);
            return records;
        } finally {
            process.destroyForcibly();
        }
    }

    private static long readAll(Process process, int recordBytes, RecordReader reader) throws IOException {
        long records = 0;
        byte[] vector = new byte[recordBytes];
        try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            for (;;) {
                int length = in.readNBytes(vector, 0, recordBytes);
                if (length == 0) {
                    return records;
                }
                if (length != recordBytes) {
                    throw new AssertionError("the last vector has " + length + " of " + recordBytes + " bytes");
                }
                reader.read(vector);
                records++;
            }
        }
    }

    private static Path compile(Path folder, String source, List<String> options) throws IOException {
        String architecture = System.getProperty("os.arch");
        if (!architecture.equals("amd64") && !architecture.equals("x86_64")) {
            throw new AssertionError("vectors of a real x86 need an x86-64 host, this one is " + architecture);
        }
        Path program = folder.resolve("generator");
        List<String> command = new ArrayList<>(List.of("gcc", "-O1", "-Wall", "-Werror", "-o", program.toString()));
        command.addAll(options);
        command.add(vectorSources().resolve(source).toString());
        Process process;
        try {
            process = new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            throw new AssertionError("gcc is needed to make vectors with the host's processor; install gcc", e);
        }
        await(process, "gcc of " + source);
        return program;
    }

    private static void await(Process process, String what) {
        try {
            if (!process.waitFor(COMPILER_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(what + " did not end within " + COMPILER_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError(what + " was interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(what + " ended with exit code " + process.exitValue());
        }
    }

    /** tests/vectors of the checkout, looked for upwards from the working directory. */
    private static Path vectorSources() {
        Path start = Path.of("").toAbsolutePath();
        for (Path p = start; p != null; p = p.getParent()) {
            Path candidate = p.resolve("tests").resolve("vectors");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        throw new UncheckedIOException(new IOException("no tests/vectors above the working directory " + start));
    }
}
