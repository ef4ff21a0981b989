/** The compilers, assemblers and linkers of the machine. Plain Java. */
package org.domainfirmware.firmware.core.toolchain;
