/**
 * The firmware configuration interface of QEMU's PC, without its DMA part.
 *
 * <p>Source: QEMU's specification "QEMU Firmware Configuration (fw_cfg) Device". Wiring: selector (16 bits,
 * write only) at port 510h, data (8 bits, read only) at 511h; no interrupt. Item numbers are little
 * endian, the file directory is big endian. SeaBIOS looks here only when the host bridge's PCI subsystem
 * identification is 1AF4h:1100h.
 */
package org.domainfirmware.emulator.device.fwcfg;
