package org.domainfirmware.emulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads ROM images and other input files with messages a user can act on. */
final class FirmwareFiles {
    /** System property with the folder of the built firmware; the dfw script sets it. */
    static final String FOLDER_PROPERTY = "dfw.firmware";

    private FirmwareFiles() {
    }

    /** A built ROM by its file name. */
    static byte[] built(String name) throws InputException {
        Path folder = Path.of(System.getProperty(FOLDER_PROPERTY, "build/firmware"));
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new InputException(file + " is not there: './dfw firmware' builds it, or name a ROM of your own");
        }
        return read(file, "ROM", 16 << 20);
    }

    /** A file named by the user, whole. */
    static byte[] read(Path file, String what, long most) throws InputException {
        try {
            if (Files.isDirectory(file)) {
                throw new InputException(what + " " + file + " is a folder, not a file");
            }
            long size = Files.size(file);
            if (size == 0) {
                throw new InputException(what + " " + file + " is empty");
            }
            if (size > most) {
                throw new InputException(what + " " + file + " has " + size + " bytes; at most " + most + " are possible");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InputException(what + " " + file + " does not exist");
        } catch (IOException e) {
            throw new InputException(what + " " + file + " cannot be read: " + e.getMessage());
        }
    }
}
