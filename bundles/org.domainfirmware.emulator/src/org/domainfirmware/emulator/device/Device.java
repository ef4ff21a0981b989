package org.domainfirmware.emulator.device;

import java.util.List;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.Stateful;

/** A part on the board. It is wired in its constructor and lives as long as the machine. */
public interface Device extends Stateful {
    /** Power-on or system reset (both are the same to a part without battery). */
    void reset();

    /** Its registers as a manual lists them, declared once; views and peeks derive from them. */
    List<Register> registers();
}
