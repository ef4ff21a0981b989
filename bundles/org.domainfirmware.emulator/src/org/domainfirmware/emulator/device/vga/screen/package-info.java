/**
 * What the monitor shows, made when somebody asks: pictures and the characters of text modes.
 */
package org.domainfirmware.emulator.device.vga.screen;
