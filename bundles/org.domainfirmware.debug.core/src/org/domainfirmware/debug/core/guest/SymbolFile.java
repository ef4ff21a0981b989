package org.domainfirmware.debug.core.guest;

import java.io.IOException;
import java.nio.file.Path;
import org.domainfirmware.firmware.core.rom.RomSymbols;
import org.domainfirmware.firmware.core.symbols.CorruptFile;
import org.domainfirmware.firmware.core.symbols.DebugInfo;

/**
 * A file with symbols.
 *
 * @param image what it is about; null when the file says so itself, as an ELF file does, or has its image's name
 */
public record SymbolFile(Path file, Path image) {
    /** A file that needs no image beside it, or has one of its name there. */
    public static SymbolFile of(Path file) {
        return new SymbolFile(file, null);
    }

    DebugInfo read() throws IOException, CorruptFile {
        return image == null ? RomSymbols.readAny(file) : RomSymbols.read(image, file).info();
    }
}
