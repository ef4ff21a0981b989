/** ROM images: what is in them, whether their headers and checksums are right, and putting those right. Plain Java. */
package org.domainfirmware.firmware.core.rom;
