package org.domainfirmware.firmware.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.FunctionInfo;
import org.domainfirmware.firmware.core.symbols.SourceLine;
import org.domainfirmware.firmware.core.symbols.elf.ElfSymbol;
import org.eclipse.core.resources.IFile;

/** Says in a line an image where the last build put a symbol. */
final class SymbolPlace {
    private static final long REAL_MODE_END = 0x10FFF0;
    private final FirmwareProject project;

    SymbolPlace(FirmwareProject project) {
        this.project = project;
    }

    /** Where a symbol is in each image that has it; empty when none has it. */
    Optional<String> describe(String name) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<IFile, DebugInfo> image : project.debugInfo().entrySet()) {
            image.getValue().symbol(name).ifPresent(s -> lines.add(line(image.getKey(), image.getValue(), s)));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    private static String line(IFile image, DebugInfo info, ElfSymbol symbol) {
        Optional<FunctionInfo> function = info.function(symbol.name());
        long size = symbol.size() == 0 && function.isPresent() ? function.get().ranges().stream().mapToLong(r -> r.end() - r.start()).sum()
                : info.sizeOf(symbol);
        Optional<SourceLine> line = function.map(FunctionInfo::declaration).filter(d -> d.line() > 0).or(() -> info.lineAt(symbol.value()));
        return symbol.name() + " at " + place(symbol.value()) + (size > 0 ? ", " + size + (size == 1 ? " byte" : " bytes") : "") + " in "
                + image.getFullPath().removeFileExtension().lastSegment()
                + line.map(l -> ", " + DebugInfo.lastName(l.file()) + ":" + l.line()).orElse("");
    }

    /** The address as real-mode code names it, the segment being the 64 KiB it lies in. */
    static String place(long linear) {
        return linear >= REAL_MODE_END ? String.format(Locale.ROOT, "%08X", linear)
                : String.format(Locale.ROOT, "%04X:%04X", linear >> 4 & 0xF000, linear & 0xFFFF);
    }
}
