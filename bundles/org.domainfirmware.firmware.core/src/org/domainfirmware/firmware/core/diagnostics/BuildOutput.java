package org.domainfirmware.firmware.core.diagnostics;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the output of a build line by line and collects its diagnostics and the source files it named. Follows make into folders,
 * so that a relative name becomes a path.
 */
public final class BuildOutput {
    /** A build that reports more than this has one cause, and markers by the ten thousand help nobody. */
    public static final int MAX_DIAGNOSTICS = 2000;
    private static final int MAX_LINE = 4000;
    private static final int MAX_DEPTH = 100;
    private static final Pattern ENTERING = Pattern.compile("g?make(?:\\[\\d+\\])?: (Entering|Leaving) directory [`'\"](.*)['\"]");
    private static final Pattern SOURCE = Pattern.compile("[^\\s'\"=:]+\\.(?:c|S|s|asm|as|nasm|cc|cpp)(?=$|[\\s'\"])");

    private final List<LineParser> parsers = List.of(new MakeParser(), new Ld86Parser(), new As86Parser(), new GnuParser(), new LdParser());
    private final Path start;
    private final Deque<Path> folders = new ArrayDeque<>();
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    private final Set<String> compiled = new LinkedHashSet<>();
    private int dropped;

    /** @param start the folder the build was started in, absolute */
    public BuildOutput(Path start) {
        this.start = start;
    }

    /** Takes one line, without its end. Returns what it says, with an absolute path where the tool's folder is known. */
    public Optional<Diagnostic> line(String text) {
        String line = text.length() > MAX_LINE ? text.substring(0, MAX_LINE) : text.stripTrailing();
        if (folder(line)) {
            return Optional.empty();
        }
        Optional<Diagnostic> found = parse(line).map(this::resolve);
        found.ifPresentOrElse(this::add, () -> compiled(line));
        return found;
    }

    /** The first parser that knows a line has it: ld's is the least particular. */
    private Optional<Diagnostic> parse(String line) {
        for (LineParser parser : parsers) {
            Optional<Diagnostic> found = parser.parse(line);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private boolean folder(String line) {
        Matcher m = ENTERING.matcher(line);
        if (!m.matches()) {
            return false;
        }
        if (m.group(1).equals("Leaving")) {
            folders.poll();
        } else if (folders.size() < MAX_DEPTH) {
            path(m.group(2)).ifPresent(folders::push);
        }
        return true;
    }

    private Diagnostic resolve(Diagnostic d) {
        return d.file().isEmpty() ? d : d.withFile(resolve(d.file()));
    }

    private String resolve(String file) {
        return path(file).map(p -> folder().resolve(p).normalize().toString()).orElse(file);
    }

    private Path folder() {
        return folders.isEmpty() ? start : folders.peek();
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void add(Diagnostic d) {
        if (d.severity() == Severity.NOTE) {
            return;
        }
        if (diagnostics.size() < MAX_DIAGNOSTICS) {
            diagnostics.add(d);
        } else {
            dropped++;
        }
    }

    private void compiled(String line) {
        Matcher m = SOURCE.matcher(line);
        while (m.find() && compiled.size() < 10 * MAX_DIAGNOSTICS) {
            compiled.add(resolve(m.group()));
        }
    }

    /** The errors and warnings so far, each once; what only follows from others is left out when there are others. */
    public List<Diagnostic> diagnostics() {
        boolean errors = diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
        List<Diagnostic> result = new ArrayList<>();
        for (Diagnostic d : diagnostics) {
            if (d.severity() != Severity.CONSEQUENCE) {
                result.add(d);
            } else if (!errors) {
                result.add(new Diagnostic(Severity.ERROR, d.file(), d.line(), d.column(), d.message(), d.object()));
            }
        }
        return result;
    }

    /** Source files that appeared in commands or progress messages: what was compiled in this build, and perhaps a few more. */
    public Set<String> compiledFiles() {
        return Set.copyOf(compiled);
    }

    /** Diagnostics beyond {@link #MAX_DIAGNOSTICS}, not kept. */
    public int dropped() {
        return dropped;
    }
}
