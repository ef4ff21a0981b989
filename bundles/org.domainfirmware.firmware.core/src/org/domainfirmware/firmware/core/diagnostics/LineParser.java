package org.domainfirmware.firmware.core.diagnostics;

import java.util.Optional;

/** Recognises the messages of one family of tools. May remember earlier lines; one instance serves one build. */
interface LineParser {
    /** What a line of output says; empty when it is not a message of this family. */
    Optional<Diagnostic> parse(String line);
}
