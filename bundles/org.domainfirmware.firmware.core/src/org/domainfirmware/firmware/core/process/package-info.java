/** Running the programs of a build. Plain Java. */
package org.domainfirmware.firmware.core.process;
