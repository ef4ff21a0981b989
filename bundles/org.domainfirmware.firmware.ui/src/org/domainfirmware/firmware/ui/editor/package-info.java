/**
 * The editor of C and assembly sources. In a source of 10,000 lines a key is on the screen after 6 ms (median; 99 of 100 after 120 ms, with
 * 30 ms of processor time) and a page after 2 ms (99 of 100 after 9 ms). LongSourceTest prints such numbers; these are of two cores that
 * other programs kept busy. Reading the declarations anew is the background's work, and the outline makes only the rows in view.
 */
package org.domainfirmware.firmware.ui.editor;
