package org.domainfirmware.emulator.device.fdc;

import java.util.List;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;

/** The controller's registers (82077AA datasheet, section 2.1). */
final class FdcRegisters {
    private final List<Register> all;

    FdcRegisters(FloppyController fdc, FdcSettings settings, FdcSeeks seeks, FloppyDrive[] drives) {
        all = List.of(
                Register.of("DOR", "3F2h", 8, Access.READ_WRITE, fdc::dor)
                        .field("DRIVE_SELECT", 0, 2)
                        .field("RESET#", 2, 1, "in reset", "running")
                        .field("DMAGATE#", 3, 1, "off", "on")
                        .field("MOT_EN0", 4, 1).field("MOT_EN1", 5, 1).field("MOT_EN2", 6, 1).field("MOT_EN3", 7, 1)
                        .sideEffect("setting RESET# again starts the controller, which interrupts"),
                Register.of("TDR", "3F3h", 8, Access.READ_WRITE, () -> fdc.peek(0x3F3, 1)).field("TAPE_SEL", 0, 2),
                Register.of("MSR", "3F4h", 8, Access.READ_ONLY, fdc::mainStatus)
                        .field("DRV0_BUSY", 0, 1).field("DRV1_BUSY", 1, 1).field("DRV2_BUSY", 2, 1)
                        .field("DRV3_BUSY", 3, 1).field("CMD_BUSY", 4, 1).field("NON_DMA", 5, 1)
                        .field("DIO", 6, 1, "to controller", "to host").field("RQM", 7, 1),
                Register.of("DSR", "3F4h", 8, Access.WRITE_ONLY, fdc::dsr)
                        .field("DRATE_SEL", 0, 2, "500 kbit/s", "300 kbit/s", "250 kbit/s", "1 Mbit/s")
                        .field("PRECOMP", 2, 3).field("POWER_DOWN", 6, 1).field("SW_RESET", 7, 1)
                        .sideEffect("SW_RESET resets and clears itself"),
                Register.of("FIFO", "3F5h", 8, Access.READ_WRITE, () -> fdc.peek(0x3F5, 1))
                        .sideEffect("moves a byte of a command, of data or of a result"),
                Register.of("DIR", "3F7h", 8, Access.READ_ONLY, () -> fdc.peek(0x3F7, 1)).field("DSKCHG", 7, 1),
                Register.of("CCR", "3F7h", 8, Access.WRITE_ONLY, () -> fdc.dsr() & 3)
                        .field("DRATE_SEL", 0, 2, "500 kbit/s", "300 kbit/s", "250 kbit/s", "1 Mbit/s"),
                Register.of("PHASE", "", 2, Access.INTERNAL, () -> fdc.phase().ordinal())
                        .field("PHASE", 0, 2, "reset", "command", "execution", "result"),
                Register.of("ST3", "", 8, Access.INTERNAL, () -> fdc.driveStatus(fdc.dor() & 3))
                        .field("DS", 0, 2).field("HD", 2, 1).field("T0", 4, 1).field("WP", 6, 1),
                Register.of("SPECIFY", "", 16, Access.INTERNAL, () -> settings.stepAndUnload << 8 | settings.headLoad)
                        .field("ND", 0, 1, "DMA", "no DMA").field("HLT", 1, 7).field("HUT", 8, 4).field("SRT", 12, 4),
                Register.of("CONFIGURE", "", 8, Access.INTERNAL, () -> settings.configuration)
                        .field("FIFOTHR", 0, 4).field("POLL", 4, 1, "on", "off").field("EFIFO", 5, 1, "on", "off")
                        .field("EIS", 6, 1),
                Register.of("PRETRK", "", 8, Access.INTERNAL, () -> settings.precompensationTrack),
                Register.of("PERPENDICULAR", "", 6, Access.INTERNAL, () -> settings.perpendicular)
                        .field("WGATE", 0, 1).field("GAP", 1, 1).field("D", 2, 4),
                Register.of("LOCK", "", 1, Access.INTERNAL, () -> settings.locked ? 1 : 0),
                Register.of("PCN0", "", 8, Access.INTERNAL, () -> seeks.presentCylinder(0)),
                Register.of("PCN1", "", 8, Access.INTERNAL, () -> seeks.presentCylinder(1)),
                Register.of("HEAD0", "", 8, Access.INTERNAL, () -> drives[0].cylinder()),
                Register.of("HEAD1", "", 8, Access.INTERNAL, () -> drives[1].cylinder()));
    }

    List<Register> all() {
        return all;
    }
}
