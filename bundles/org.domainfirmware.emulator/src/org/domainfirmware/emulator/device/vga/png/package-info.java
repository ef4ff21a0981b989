/**
 * Screenshots as PNG files, without java.desktop.
 */
package org.domainfirmware.emulator.device.vga.png;
