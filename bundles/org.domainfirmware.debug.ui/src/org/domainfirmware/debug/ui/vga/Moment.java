package org.domainfirmware.debug.ui.vga;

/**
 * When a page looks at the guest.
 *
 * @param running while it runs, else at a stop
 * @param stop another number for another stop
 */
record Moment(boolean running, long stop) { }
