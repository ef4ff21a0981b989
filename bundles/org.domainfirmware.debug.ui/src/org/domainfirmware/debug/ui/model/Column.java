package org.domainfirmware.debug.ui.model;

/**
 * A column of a view.
 *
 * @param width pixels at first
 * @param fixed numbers and code: in the text font, whose characters have one width
 */
public record Column(String title, int width, boolean fixed) {
    /** A column of numbers or code. */
    public static Column code(String title, int width) {
        return new Column(title, width, true);
    }

    /** A column of words. */
    public static Column words(String title, int width) {
        return new Column(title, width, false);
    }
}
