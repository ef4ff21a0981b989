package org.domainfirmware.emulator.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.replay.InputEvent;

/** Where serial ports and the debug console go, and what the terminal sends to the first that is connected to it. */
final class BootConsoles implements AutoCloseable {
    private static final int INPUT_BUDGET = 256;

    private final OutputText serialText = new OutputText();
    private final OutputText debugconText = new OutputText();
    private final List<OutputStream> streams = new ArrayList<>();
    private final BlockingQueue<byte[]> input = new LinkedBlockingQueue<>(INPUT_BUDGET);
    private final OutputStream terminal = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 8192);
    private int inputPort = -1;
    private String problem;

    BootConsoles(BootOptions o, Machine machine) throws InputException {
        OutputStream serial = open(o.serial, "--serial", 0);
        machine.serial(0).listener(value -> {
            serialText.add(value);
            write(serial, value);
        });
        OutputStream second = open(o.serial2, "--serial2", 1);
        machine.serial(1).listener(value -> write(second, value));
        OutputStream debugcon = open(o.debugcon, "--debugcon", -1);
        machine.indicators().debugConsole().onByte(value -> {
            debugconText.add(value);
            write(debugcon, value);
        });
        if (inputPort >= 0) {
            readTerminal();
        }
    }

    private OutputStream open(String where, String option, int port) throws InputException {
        if (where.equals("none")) {
            return OutputStream.nullOutputStream();
        }
        if (where.equals("stdio")) {
            if (inputPort < 0) {
                inputPort = port;
            }
            return terminal;
        }
        if (!where.startsWith("file:") || where.length() == 5) {
            throw new InputException(option + " " + where + ": there are stdio, file:NAME and none");
        }
        try {
            OutputStream file = new BufferedOutputStream(Files.newOutputStream(Path.of(where.substring(5))));
            streams.add(file);
            return file;
        } catch (IOException e) {
            throw new InputException(option + ": cannot write " + where.substring(5) + ": " + e.getMessage());
        }
    }

    private void write(OutputStream to, int value) {
        try {
            to.write(value);
        } catch (IOException e) {
            problem = "output lost: " + e.getMessage();
        }
    }

    /** The terminal is read by a thread of its own, because reading blocks; the machine takes from the queue. */
    private void readTerminal() {
        Thread reader = new Thread(() -> {
            byte[] buffer = new byte[256];
            try {
                InputStream in = System.in;
                for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                    input.put(Arrays.copyOf(buffer, n));
                }
            } catch (IOException e) {
                problem = "no more input from the terminal: " + e.getMessage();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "terminal input");
        reader.setDaemon(true);
        reader.start();
    }

    /** Terminal input since the last call, or null. */
    InputEvent.Serial terminalInput() {
        byte[] bytes = inputPort < 0 ? null : input.poll();
        return bytes == null ? null : new InputEvent.Serial(inputPort, bytes);
    }

    void flush() {
        try {
            terminal.flush();
        } catch (IOException e) {
            problem = "output lost: " + e.getMessage();
        }
    }

    OutputText serialText() {
        return serialText;
    }

    OutputText debugconText() {
        return debugconText;
    }

    /** What went wrong with input or output, or null. */
    String problem() {
        return problem;
    }

    @Override
    public void close() throws IOException {
        terminal.flush();
        for (OutputStream stream : streams) {
            stream.close();
        }
    }
}
