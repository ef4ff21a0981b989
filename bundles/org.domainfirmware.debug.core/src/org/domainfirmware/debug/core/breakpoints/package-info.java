/**
 * Breakpoints of the PC guest debugger; everything about them is kept in their markers.
 */
package org.domainfirmware.debug.core.breakpoints;
