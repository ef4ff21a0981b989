package org.domainfirmware.firmware.core.diagnostics;

/** How bad a diagnostic is. */
public enum Severity {
    /** Says more about another diagnostic, or about why no further ones came. */
    NOTE,
    WARNING,
    ERROR,
    /** An error that only follows from others, such as make's "Error 1": of interest when there are no others. */
    CONSEQUENCE
}
