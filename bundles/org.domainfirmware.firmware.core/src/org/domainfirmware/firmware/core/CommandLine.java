package org.domainfirmware.firmware.core;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A command as a person types it, split into its arguments: at spaces, except within single or double quotes. Nothing else is special:
 * no shell ever sees it.
 */
public final class CommandLine {
    private CommandLine() {
    }

    public static List<String> split(String text) {
        List<String> arguments = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean started = false;
        char quote = 0;
        for (char c : text.toCharArray()) {
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                started = true;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (started) {
                    arguments.add(current.toString());
                }
                current.setLength(0);
                started = false;
            } else {
                current.append(c);
                started = true;
            }
        }
        if (started) {
            arguments.add(current.toString());
        }
        return arguments;
    }

    /** The other direction: quotes what holds spaces. */
    public static String join(List<String> arguments) {
        return arguments.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        boolean plain = !argument.isEmpty() && argument.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\'');
        return plain ? argument : argument.indexOf('"') < 0 ? '"' + argument + '"' : '\'' + argument + '\'';
    }
}
