/**
 * Firmware projects without a user interface. {@link org.domainfirmware.firmware.core.FirmwareProject} is the way in: the images and
 * linked files of a project, its symbols, its sources by the names that compilers gave them. The builder runs the project's own make;
 * what the tools said becomes problem markers ({@code diagnostics} reads it).
 */
package org.domainfirmware.firmware.core;
