package org.domainfirmware.firmware.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;

/** What all sources of a project declare. A file is read again when it has changed; safe for use by several threads. */
public final class SourceIndex {
    private static final Set<String> ENDINGS = Set.of("c", "h", "s", "asm", "nasm", "a86", "inc");
    /** Larger files are data in disguise. */
    private static final int MAX_BYTES = 8 << 20;

    /** A declaration and its file. */
    public record Found(IFile file, Declaration declaration) {
    }

    private record Entry(long stamp, List<Declaration> declarations) {
    }

    private final Map<IFile, Entry> files = new ConcurrentHashMap<>();

    /** The declarations of a name in a project: definitions before announcements, the given file's first. Takes a while the first time. */
    public List<Found> find(IProject project, String name, IFile preferred) {
        List<Found> found = new ArrayList<>();
        all(project).forEach((file, declarations) -> declarations.stream().filter(d -> d.name().equals(name))
                .forEach(d -> found.add(new Found(file, d))));
        found.sort(Comparator.comparing((Found f) -> !f.declaration().defines()).thenComparing(f -> !f.file().equals(preferred))
                .thenComparing(f -> f.declaration().kind()).thenComparing(f -> f.file().getFullPath().toString()));
        return found;
    }

    /** All names declared in a project that start so, in alphabetical order. */
    public Set<String> names(IProject project, String prefix) {
        Set<String> names = new TreeSet<>();
        all(project).values().forEach(list -> list.forEach(d -> {
            if (d.name().startsWith(prefix)) {
                names.add(d.name());
            }
        }));
        return names;
    }

    /** The declarations of a text that may be edited, by the language of its name; a linker script has none. */
    public static List<Declaration> declarations(String fileName, String text) {
        if (fileName.endsWith(".ld") || fileName.endsWith(".lds")) {
            return List.of();
        }
        Language language = Language.of(fileName, text);
        if (language.isAssembly()) {
            return AssemblyDeclarations.of(language, text);
        }
        try {
            return CDeclarations.of(fileName, text);
        } catch (CoreException e) {
            ILog.get().warn("No outline of " + fileName, e);
            return List.of();
        }
    }

    private Map<IFile, List<Declaration>> all(IProject project) {
        Map<IFile, List<Declaration>> all = new HashMap<>();
        try {
            project.accept(proxy -> {
                if (proxy.isDerived()) {
                    return false;
                }
                if (proxy.getType() == IResource.FILE && isSource(proxy.getName())) {
                    IFile file = (IFile) proxy.requestResource();
                    all.put(file, of(file));
                }
                return true;
            }, IResource.NONE);
        } catch (CoreException e) {
            ILog.get().warn("The sources of " + project.getName() + " cannot be listed", e);
        }
        return all;
    }

    private List<Declaration> of(IFile file) {
        long stamp = file.getModificationStamp();
        Entry entry = files.get(file);
        if (entry == null || entry.stamp() != stamp) {
            entry = new Entry(stamp, read(file));
            files.put(file, entry);
        }
        return entry.declarations();
    }

    private static List<Declaration> read(IFile file) {
        try (InputStream in = file.getContents(true)) {
            return declarations(file.getName(), new String(in.readNBytes(MAX_BYTES), Charset.forName(file.getCharset())));
        } catch (IOException | CoreException | UnsupportedCharsetException e) {
            // Deleted in between, or not readable as text: it declares nothing.
            return List.of();
        }
    }

    private static boolean isSource(String name) {
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
