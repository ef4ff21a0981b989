package org.domainfirmware.emulator.machine;

import java.io.IOException;
import org.domainfirmware.emulator.device.disk.ImageException;
import org.domainfirmware.emulator.device.disk.Medium;
import org.domainfirmware.emulator.device.kbc.Key;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.domainfirmware.emulator.replay.InputEvent;

/** Hands input to the device it is for. */
final class InputPort {
    private InputPort() {
    }

    static void give(InputEvent event, Board board, Drives drives) throws ImageException {
        if (event instanceof InputEvent.KeyStroke k) {
            key(board, k);
        } else if (event instanceof InputEvent.Text t) {
            board.kbc.type(t.keys());
        } else if (event instanceof InputEvent.Mouse m) {
            board.kbc.moveMouse(m.right(), m.down(), m.wheel(), m.buttons());
        } else if (event instanceof InputEvent.Serial s) {
            board.uarts[s.port()].receive(s.bytes(), 0, s.bytes().length);
        } else if (event instanceof InputEvent.Medium m) {
            change(board, drives, m);
        }
    }

    private static void key(Board board, InputEvent.KeyStroke stroke) {
        for (Key key : Key.values()) {
            if (key.set1() == stroke.makeCode()) {
                board.kbc.key(key, stroke.pressed());
                return;
            }
        }
    }

    private static void change(Board board, Drives drives, InputEvent.Medium change) throws ImageException {
        Drive drive = change.drive();
        if (drive == Drive.HDA || drive == Drive.HDB) {
            throw new ImageException("only floppies and CDs can be changed while the machine runs, not " + drive);
        }
        Medium medium = change.image() == null ? null : drives.open(drive, new DriveImage(change.image(), false));
        if (drive == Drive.CDROM) {
            changeDisc(board, medium);
        } else if (medium == null) {
            board.fdc.drive(drive.ordinal()).eject();
        } else {
            board.fdc.drive(drive.ordinal()).insert(medium);
        }
        try {
            drives.replace(drive, medium);
        } catch (IOException e) {
            throw new ImageException("the medium taken out of " + drive + " could not be closed: " + e.getMessage(), e);
        }
    }

    private static void changeDisc(Board board, Medium medium) {
        board.cdrom().remove();
        if (medium != null) {
            board.cdrom().insert(medium);
        }
    }
}
