package org.domainfirmware.emulator.device.vga;

import java.util.List;
import java.util.function.IntSupplier;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;

/** General registers (IBM VGA manual): miscellaneous output, feature control, input status, subsystem enable. */
public final class GeneralRegisters {
    /** Switch sense of a colour monitor. */
    private static final int INPUT_STATUS_0 = 0x10;
    private static final int[] MASTER_CLOCK_KHZ = {25_175, 28_322, 25_175, 25_175};

    private final Runnable changed;
    private int miscellaneousOutput;
    private int featureControl;
    private boolean subsystemEnabled;

    /** @param changed run after a register got another value */
    GeneralRegisters(Runnable changed) {
        this.changed = changed;
    }

    void reset() {
        miscellaneousOutput = 0;
        featureControl = 0;
        // An adapter in a slot comes up awake; only system boards gate theirs.
        subsystemEnabled = true;
    }

    int miscellaneousOutput() {
        return miscellaneousOutput;
    }

    void writeMiscellaneousOutput(int value) {
        int kept = value & 0xEF;
        if (kept != miscellaneousOutput) {
            miscellaneousOutput = kept;
            changed.run();
        }
    }

    int featureControl() {
        return featureControl;
    }

    void writeFeatureControl(int value) {
        featureControl = value & 0x08;
    }

    int inputStatus0() {
        return INPUT_STATUS_0;
    }

    int subsystemEnable() {
        return subsystemEnabled ? 1 : 0;
    }

    void writeSubsystemEnable(int value) {
        boolean on = (value & 1) != 0;
        if (on != subsystemEnabled) {
            subsystemEnabled = on;
            changed.run();
        }
    }

    /** Ports and display memory answer at all. */
    public boolean subsystemEnabled() {
        return subsystemEnabled;
    }

    /** CRTC and status are at 3D4h/3DAh; otherwise at 3B4h/3BAh. */
    public boolean colorAddresses() {
        return (miscellaneousOutput & 0x01) != 0;
    }

    /** The system reaches display memory. */
    public boolean memoryEnabled() {
        return subsystemEnabled && (miscellaneousOutput & 0x02) != 0;
    }

    /** What replaces address bit 0 in odd/even modes with a small window. */
    public int oddEvenPage() {
        // "Page bit for odd/even": 0 selects the high page, 1 the low one.
        return (miscellaneousOutput & 0x20) != 0 ? 0 : 1;
    }

    /** Master clock in kHz. */
    public int masterClockKhz() {
        return MASTER_CLOCK_KHZ[miscellaneousOutput >> 2 & 3];
    }

    /** @param inputStatus1 present value of Input Status 1 */
    List<Register> registers(IntSupplier inputStatus1) {
        return List.of(
                Register.of("Miscellaneous Output", "3C2h/3CCh", 8, Access.READ_WRITE, this::miscellaneousOutput)
                        .field("I/O address", 0, 1, "3Bxh", "3Dxh").field("enable RAM", 1, 1)
                        .field("clock select", 2, 2, "25.175 MHz", "28.322 MHz", "external", "reserved")
                        .field("odd/even page", 5, 1, "high", "low")
                        .field("horizontal sync polarity", 6, 1, "positive", "negative")
                        .field("vertical sync polarity", 7, 1, "positive", "negative"),
                Register.of("Feature Control", "3DAh/3CAh", 8, Access.READ_WRITE, this::featureControl)
                        .field("VSYNC control", 3, 1),
                Register.of("Input Status 0", "3C2h", 8, Access.READ_ONLY, this::inputStatus0)
                        .field("switch sense", 4, 1).field("CRT interrupt", 7, 1),
                Register.of("Input Status 1", "3DAh", 8, Access.READ_ONLY, inputStatus1)
                        .field("display disabled", 0, 1).field("vertical retrace", 3, 1)
                        .sideEffect("reading makes the next attribute write an index"),
                Register.of("Video Subsystem Enable", "3C3h", 8, Access.READ_WRITE, this::subsystemEnable)
                        .field("enable", 0, 1));
    }

    void writeState(StateWriter to) {
        to.writeInt(miscellaneousOutput);
        to.writeInt(featureControl);
        to.writeBoolean(subsystemEnabled);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        miscellaneousOutput = from.readInt() & 0xEF;
        featureControl = from.readInt() & 0x08;
        subsystemEnabled = from.readBoolean();
    }
}
