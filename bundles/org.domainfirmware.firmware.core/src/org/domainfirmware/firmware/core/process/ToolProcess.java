package org.domainfirmware.firmware.core.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Runs one program by its argument vector, never through a shell, and hands on its output line by line. */
public final class ToolProcess {
    private static final int POLL_MILLIS = 50;
    private static final int QUEUE = 10_000;
    private static final int GRACE_SECONDS = 2;
    /** Exit status of a run that was cancelled. */
    public static final int CANCELLED = -1;
    private static final String END = new String("end of output");

    private ToolProcess() {
    }

    /**
     * Runs a program to its end, in the calling thread's time.
     *
     * @param lines     gets standard output and standard error, interleaved, in the calling thread
     * @param cancelled asked every 50 ms; when true the program and all it started are ended
     * @return its exit status, or {@link #CANCELLED}
     * @throws IOException when the program cannot be started
     */
    public static int run(List<String> arguments, Path folder, Consumer<String> lines, BooleanSupplier cancelled) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(arguments).directory(folder.toFile()).redirectErrorStream(true);
        // The parsers know the messages in English, with plain quotes.
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        BlockingQueue<String> queue = new LinkedBlockingQueue<>(QUEUE);
        Thread reader = new Thread(() -> read(process, queue), "output of " + arguments.get(0));
        reader.setDaemon(true);
        reader.start();
        try {
            return pump(process, queue, lines, cancelled);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CANCELLED;
        } finally {
            end(process);
            reader.interrupt();
        }
    }

    private static int pump(Process process, BlockingQueue<String> queue, Consumer<String> lines, BooleanSupplier cancelled)
            throws InterruptedException {
        while (!cancelled.getAsBoolean()) {
            String line = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (line == END) {
                return process.waitFor();
            }
            if (line != null) {
                lines.accept(line);
            }
        }
        return CANCELLED;
    }

    private static void read(Process process, BlockingQueue<String> queue) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                queue.put(line);
            }
        } catch (IOException | UncheckedIOException e) {
            // The pipe breaks when the program is ended by us: there is no more output then, which is what END says.
            queue.offer("(end of output: " + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            queue.put(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a program with its children: make's compilers would otherwise go on writing into the project. */
    private static void end(Process process) {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
