/**
 * Ways from the processor to display memory. A register change chooses the way; an access then takes
 * it without looking at registers again.
 */
package org.domainfirmware.emulator.device.vga.window;
