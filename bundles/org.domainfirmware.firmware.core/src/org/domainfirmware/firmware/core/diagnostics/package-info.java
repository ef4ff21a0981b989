/**
 * From the output of compilers, assemblers, linkers and make to places in files. Plain Java: a parser class for each family of
 * tools, each given one line at a time.
 */
package org.domainfirmware.firmware.core.diagnostics;
