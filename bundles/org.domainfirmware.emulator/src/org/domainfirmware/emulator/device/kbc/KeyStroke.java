package org.domainfirmware.emulator.device.kbc;

/** A key that goes down or up. */
public record KeyStroke(Key key, boolean down) {
}
