package org.domainfirmware.emulator.device.ide;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;

/** A channel's registers as the selected drive shows them (ATA/ATAPI-6, clause 7). */
final class ChannelRegisters {
    private final List<Register> all;

    ChannelRegisters(IdeChannel channel, int base, int controlPort) {
        IntUnaryOperator byteAt = offset -> channel.peek(base + offset, 1);
        all = List.of(
                at("DATA", base, 16, Access.READ_WRITE, () -> channel.peek(base, 2))
                        .sideEffect("moves a word of the block that is passing"),
                at("ERROR", base + 1, 8, Access.READ_ONLY, () -> byteAt.applyAsInt(1))
                        .field("ABRT", 2, 1).field("IDNF", 4, 1).field("UNC", 6, 1),
                at("FEATURES", base + 1, 8, Access.WRITE_ONLY, () -> parameter(channel, TaskFile.FEATURES)),
                at("SECTOR_COUNT", base + 2, 8, Access.READ_WRITE, () -> byteAt.applyAsInt(2)),
                at("LBA_LOW", base + 3, 8, Access.READ_WRITE, () -> byteAt.applyAsInt(3)),
                at("LBA_MID", base + 4, 8, Access.READ_WRITE, () -> byteAt.applyAsInt(4)),
                at("LBA_HIGH", base + 5, 8, Access.READ_WRITE, () -> byteAt.applyAsInt(5)),
                at("DEVICE", base + 6, 8, Access.READ_WRITE, () -> byteAt.applyAsInt(6))
                        .field("HEAD", 0, 4).field("DEV", 4, 1).field("LBA", 6, 1).sideEffect("DEV selects a drive"),
                at("STATUS", base + 7, 8, Access.READ_ONLY, channel::status)
                        .field("ERR", 0, 1).field("DRQ", 3, 1).field("DSC", 4, 1).field("DF", 5, 1).field("DRDY", 6, 1)
                        .field("BSY", 7, 1).sideEffect("reading clears the interrupt"),
                at("COMMAND", base + 7, 8, Access.WRITE_ONLY,
                        () -> channel.answering() == null ? 0 : channel.answering().command())
                        .sideEffect("starts a command"),
                at("ALT_STATUS", controlPort, 8, Access.READ_ONLY, channel::status),
                at("DEVICE_CONTROL", controlPort, 8, Access.WRITE_ONLY, channel::control)
                        .field("nIEN", 1, 1, "interrupts", "no interrupts").field("SRST", 2, 1).field("HOB", 7, 1)
                        .sideEffect("SRST resets both drives"));
    }

    private static int parameter(IdeChannel channel, int register) {
        return channel.answering() == null ? 0 : channel.answering().regs.get(register);
    }

    private static Register at(String name, int port, int bits, Access access, java.util.function.IntSupplier value) {
        return Register.of(name, String.format("%03Xh", port), bits, access, value);
    }

    List<Register> all() {
        return all;
    }
}
