/**
 * The VGA Display view: screen, keyboard and mouse of a guest.
 */
package org.domainfirmware.debug.ui.vga;
