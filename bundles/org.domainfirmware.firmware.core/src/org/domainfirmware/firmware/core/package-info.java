/**
 * Firmware projects without a user interface: nature, builder, toolchains, symbols and line tables, ROM packing.
 */
package org.domainfirmware.firmware.core;
