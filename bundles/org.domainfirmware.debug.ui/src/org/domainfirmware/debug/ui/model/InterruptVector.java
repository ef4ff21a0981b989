package org.domainfirmware.debug.ui.model;

/**
 * An entry of the IVT or IDT.
 *
 * @param number 0 to 255
 */
public record InterruptVector(int number) { }
