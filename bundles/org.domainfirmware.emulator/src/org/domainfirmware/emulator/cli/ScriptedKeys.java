package org.domainfirmware.emulator.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.domainfirmware.emulator.device.kbc.KeyText;

/** What to type and when: the {@code --type} options, one after the other. */
final class ScriptedKeys {
    private static final String PREFIX = "after:";

    /** Keys to type once the pattern is on the screen. */
    private record Step(Pattern after, String keys) { }

    private final Deque<Step> steps = new ArrayDeque<>();

    ScriptedKeys(List<String> options) throws InputException {
        for (String option : options) {
            int split = option.lastIndexOf('=');
            if (!option.startsWith(PREFIX) || split < 0) {
                throw new InputException("--type " + option + ": write it as 'after:REGEX=KEYS'");
            }
            String keys = option.substring(split + 1);
            try {
                KeyText.strokes(keys);
            } catch (IllegalArgumentException e) {
                throw new InputException("--type " + option + ": " + e.getMessage());
            }
            steps.add(new Step(pattern(option.substring(PREFIX.length(), split), "--type"), keys));
        }
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The keys that are due with this screen, or null. */
    String due(String screen) {
        Step next = steps.peek();
        if (next == null || !next.after().matcher(screen).find()) {
            return null;
        }
        return steps.remove().keys();
    }

    /** A regular expression of an option; lines are matched one by one by ^ and $. */
    static Pattern pattern(String regex, String option) throws InputException {
        try {
            return Pattern.compile(regex, Pattern.MULTILINE);
        } catch (PatternSyntaxException e) {
            throw new InputException(option + ": '" + regex + "' is no regular expression: " + e.getDescription());
        }
    }
}
