package org.domainfirmware.emulator.replay;

import java.nio.file.Path;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;

/** Something from outside that reaches the guest. */
public sealed interface InputEvent {
    /** A key by its set-1 make code, E0xxh for extended ones. */
    record KeyStroke(int makeCode, boolean pressed) implements InputEvent { }

    /** Text typed at a human pace, with names such as {@code <F12>}. */
    record Text(String keys) implements InputEvent { }

    /** Movement in counts, right, down and wheel towards the user positive; buttons bit 0 left, 1 right, 2 middle. */
    record Mouse(int right, int down, int wheel, int buttons) implements InputEvent { }

    /** Bytes that arrive at a serial port, 0 to 3; not to be changed afterwards. */
    record Serial(int port, byte[] bytes) implements InputEvent { }

    /** A medium put in a drive; path null takes it out. */
    record Medium(Drive drive, Path image) implements InputEvent { }
}
