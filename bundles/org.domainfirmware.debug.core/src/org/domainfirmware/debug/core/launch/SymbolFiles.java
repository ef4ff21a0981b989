package org.domainfirmware.debug.core.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.domainfirmware.debug.core.guest.SymbolFile;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.rom.RomSymbols;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;

/** The files with symbols a guest is debugged with. */
final class SymbolFiles {
    private SymbolFiles() {
    }

    /** Those of the ROMs or of a domain's parts, those the configuration names, and the linked files of the project. */
    static List<SymbolFile> of(ILaunchConfiguration c, IProject project) throws CoreException {
        boolean domain = DomainFiles.isDomain(c);
        List<SymbolFile> symbols = new ArrayList<>();
        List<Path> without = new ArrayList<>();
        if (domain) {
            DomainFiles.symbols(DomainFiles.loader(c, project)).forEach(f -> symbols.add(SymbolFile.of(f)));
        } else {
            for (Path image : GuestRoms.all(c, project)) {
                Optional<Path> file = ofProject(project, image);
                file = file.isPresent() ? file : RomSymbols.fileBeside(image);
                file.ifPresentOrElse(f -> symbols.add(new SymbolFile(f, image)), () -> without.add(image));
            }
        }
        for (String name : c.getAttribute(LaunchAttributes.SYMBOL_FILES, List.of())) {
            Path file = GuestFiles.named(c, name, "Symbols");
            // What is no ELF file and has no image of its name is about the first image nothing else is about.
            boolean alone = !isElf(file) && RomSymbols.imageBeside(file).isEmpty() && !without.isEmpty();
            symbols.add(alone ? new SymbolFile(file, without.remove(0)) : SymbolFile.of(file));
        }
        return withProject(symbols, project, domain);
    }

    private static boolean isElf(Path file) throws CoreException {
        try {
            return RomSymbols.isElf(file);
        } catch (IOException e) {
            throw GuestFiles.wrong("Symbols: " + file + " cannot be read: " + e.getMessage());
        }
    }

    private static Optional<Path> ofProject(IProject project, Path image) {
        if (project == null) {
            return Optional.empty();
        }
        FirmwareProject firmware = FirmwareProject.of(project);
        return firmware.romImages().stream().filter(f -> f.getLocation() != null && f.getLocation().toPath().equals(image))
                .findFirst().flatMap(firmware::symbolFile);
    }

    private static List<SymbolFile> withProject(List<SymbolFile> symbols, IProject project, boolean domain) {
        List<SymbolFile> all = new ArrayList<>();
        Set<Path> files = new LinkedHashSet<>();
        symbols.stream().filter(s -> files.add(s.file())).forEach(all::add);
        if (project != null) {
            for (IFile file : FirmwareProject.of(project).elfFiles()) {
                boolean useful = domain || !DomainFiles.onlyForDomains(file.getName());
                if (useful && file.getLocation() != null && files.stream().noneMatch(e -> e.endsWith(file.getName()))) {
                    all.add(SymbolFile.of(file.getLocation().toPath()));
                }
            }
        }
        return all;
    }
}
