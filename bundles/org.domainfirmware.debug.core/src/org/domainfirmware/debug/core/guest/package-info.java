/**
 * What a debugger knows of a stopped guest: symbols, frames, values, expressions, stepping. Plain Java, no Eclipse.
 */
package org.domainfirmware.debug.core.guest;
