/** Readers of what assemblers and linkers print: listings, maps, symbol files. Plain Java; tolerant, and bounded. */
package org.domainfirmware.firmware.core.symbols.text;
