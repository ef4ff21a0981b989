package org.domainfirmware.firmware.core.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.rom.RomPacking;
import org.eclipse.core.resources.IFile;

/** Packs the images of a project in place, after its build. An image that is right already is not touched. */
final class ImagePacker {
    private final FirmwareProject firmware;

    ImagePacker(FirmwareProject firmware) {
        this.firmware = firmware;
    }

    /**
     * Packs all images.
     *
     * @return what is wrong, when an image cannot be packed
     * @throws IOException when an image cannot be read or written
     */
    Optional<String> pack() throws IOException {
        RomPacking packing = firmware.settings().packing();
        if (packing.equals(RomPacking.NONE)) {
            return Optional.empty();
        }
        for (IFile image : firmware.romImages()) {
            Path file = image.getLocation().toPath();
            byte[] linked = Files.readAllBytes(file);
            try {
                byte[] packed = packing.apply(linked);
                if (!Arrays.equals(packed, linked)) {
                    Files.write(file, packed);
                }
            } catch (IllegalArgumentException e) {
                return Optional.of(image.getName() + " cannot be packed: " + e.getMessage());
            }
        }
        return Optional.empty();
    }
}
