/**
 * The two 8237A DMA controllers and their page registers.
 *
 * <p>Source: Intel 8237A datasheet (order number 231466); IBM PC/AT Technical Reference for the page
 * registers. Wiring: channels 0 to 3 (bytes) at ports 00h to 0Fh, channels 4 to 7 (words, addresses
 * shifted by one) at even ports C0h to DEh, pages at 81h to 8Fh; channel 4 cascades the first chip. No
 * interrupt.
 */
package org.domainfirmware.emulator.device.dma;
