package org.domainfirmware.emulator.device.vga;

/** The chips of the adapter and its memory, for those that look at several of them. */
public record VgaParts(GeneralRegisters general, Sequencer sequencer, Crtc crtc, GraphicsController graphics,
        AttributeController attribute, Dac dac, Dispi dispi, Vram vram) {
}
