package org.domainfirmware.debug.core.launch;

import static org.domainfirmware.debug.core.launch.GuestFiles.wrong;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.emulator.debug.DebugEvent;
import org.domainfirmware.emulator.debug.DebugPort;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;

/** Files that a guest's serial ports and debug console write to, from its start to its end. Listens on the port's thread only. */
final class OutputFiles {
    private final Map<String, OutputStream> streams = new LinkedHashMap<>();

    private OutputFiles() {
    }

    /** Makes the files anew. @throws CoreException naming the one that cannot be written */
    static OutputFiles open(Map<String, Path> files) throws CoreException {
        OutputFiles opened = new OutputFiles();
        for (Map.Entry<String, Path> e : files.entrySet()) {
            try {
                opened.streams.put(e.getKey(), Files.newOutputStream(e.getValue()));
            } catch (IOException failure) {
                opened.close();
                throw wrong("the file " + e.getValue() + " for the guest's output cannot be written; name one elsewhere in the Console tab");
            }
        }
        return opened;
    }

    void follow(DebugPort port) {
        if (!streams.isEmpty()) {
            port.addListener(this::heard);
        }
    }

    private void heard(DebugEvent event) {
        if (event instanceof DebugEvent.Console c && streams.containsKey(c.channel())) {
            try {
                streams.get(c.channel()).write(c.bytes());
            } catch (IOException e) {
                // A full disk, say. The guest goes on, as a PC does without its terminal.
                lost(e);
                close(streams.remove(c.channel()));
            }
        } else if (event instanceof DebugEvent.Terminated) {
            close();
        }
    }

    void close() {
        streams.values().forEach(OutputFiles::close);
        streams.clear();
    }

    private static void close(OutputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            lost(e);
        }
    }

    private static void lost(IOException e) {
        ILog.of(OutputFiles.class).log(DebugCore.error("Output of the guest is lost: " + e.getMessage(), e));
    }
}
