/**
 * Wizards, source editor, ROM layout and preferences of firmware projects.
 */
package org.domainfirmware.firmware.ui;
