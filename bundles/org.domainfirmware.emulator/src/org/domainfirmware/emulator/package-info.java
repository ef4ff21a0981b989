/**
 * The PC: processor, memory, buses and devices. Plain Java; it knows nothing of Eclipse and runs from a bare JVM.
 */
package org.domainfirmware.emulator;
