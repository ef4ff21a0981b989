package org.domainfirmware.emulator.machine;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.time.VirtualClock;

/**
 * Everything a machine starts from. Same configuration and same input log: same guest, to the bit.
 *
 * @param memoryMiB RAM, 1 to 2047 MiB
 * @param rombios system ROM image, 64 KiB to 256 KiB in whole 64 KiB
 * @param vgabios VGA ROM image, up to 64 KiB; empty for none
 * @param bootOrder drives to try, of "a", "c", "d"
 * @param rtc local time the clock starts with
 * @param instructionPeriodNs guest time an instruction takes
 * @param debugExitPort port whose write ends the run with status V*2+1, or -1
 * @param stopOnShutdown a triple fault stops the machine; otherwise it resets, as a PC does
 */
public record MachineConfig(int memoryMiB, CpuModel cpu, byte[] rombios, byte[] vgabios, List<OptionRom> optionRoms,
        Map<Drive, DriveImage> drives, List<String> bootOrder, LocalDateTime rtc, int instructionPeriodNs,
        int debugExitPort, boolean stopOnShutdown) {
    /** Default RAM, MiB. */
    public static final int DEFAULT_MEMORY_MIB = 64;
    /** Default start of the clock. */
    public static final LocalDateTime DEFAULT_RTC = LocalDateTime.of(2000, 1, 1, 0, 0, 0);

    /** Where an image can be. */
    public enum Drive { FDA, FDB, HDA, HDB, CDROM }

    /** @throws IllegalArgumentException with a message for the user when a value is out of range */
    public MachineConfig {
        if (memoryMiB < 1 || memoryMiB > 2047) {
            throw new IllegalArgumentException("memory must be 1 to 2047 MiB, not " + memoryMiB);
        }
        int kib = rombios.length >>> 10;
        if (rombios.length == 0 || rombios.length > 256 << 10 || (kib & 63) != 0 || kib << 10 != rombios.length) {
            throw new IllegalArgumentException("a system ROM has 64, 128, 192 or 256 KiB, not " + rombios.length
                    + " bytes");
        }
        if (vgabios.length > 64 << 10) {
            throw new IllegalArgumentException("a VGA ROM has at most 64 KiB, not " + vgabios.length + " bytes");
        }
        optionRoms = List.copyOf(optionRoms);
        drives = drives.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(drives));
        bootOrder = List.copyOf(bootOrder);
    }

    /** A machine with the defaults of the command line and these ROMs. */
    public static MachineConfig of(byte[] rombios, byte[] vgabios) {
        return new MachineConfig(DEFAULT_MEMORY_MIB, CpuModel.PPRO, rombios, vgabios, List.of(), Map.of(),
                List.of("a", "c", "d"), DEFAULT_RTC, VirtualClock.DEFAULT_PERIOD_NS, -1, false);
    }

    public MachineConfig withMemory(int mib) {
        return new MachineConfig(mib, cpu, rombios, vgabios, optionRoms, drives, bootOrder, rtc, instructionPeriodNs,
                debugExitPort, stopOnShutdown);
    }

    public MachineConfig withCpu(CpuModel model) {
        return new MachineConfig(memoryMiB, model, rombios, vgabios, optionRoms, drives, bootOrder, rtc,
                instructionPeriodNs, debugExitPort, stopOnShutdown);
    }

    public MachineConfig withFirmware(byte[] newRombios, byte[] newVgabios) {
        return new MachineConfig(memoryMiB, cpu, newRombios, newVgabios, optionRoms, drives, bootOrder, rtc,
                instructionPeriodNs, debugExitPort, stopOnShutdown);
    }

    public MachineConfig withOptionRoms(List<OptionRom> roms) {
        return new MachineConfig(memoryMiB, cpu, rombios, vgabios, roms, drives, bootOrder, rtc, instructionPeriodNs,
                debugExitPort, stopOnShutdown);
    }

    public MachineConfig withDrives(Map<Drive, DriveImage> images) {
        return new MachineConfig(memoryMiB, cpu, rombios, vgabios, optionRoms, images, bootOrder, rtc,
                instructionPeriodNs, debugExitPort, stopOnShutdown);
    }

    public MachineConfig withBootOrder(List<String> order) {
        return new MachineConfig(memoryMiB, cpu, rombios, vgabios, optionRoms, drives, order, rtc,
                instructionPeriodNs, debugExitPort, stopOnShutdown);
    }

    public MachineConfig withRtc(LocalDateTime start) {
        return new MachineConfig(memoryMiB, cpu, rombios, vgabios, optionRoms, drives, bootOrder, start,
                instructionPeriodNs, debugExitPort, stopOnShutdown);
    }

    public MachineConfig withInstructionPeriod(int nanos) {
        return new MachineConfig(memoryMiB, cpu, rombios, vgabios, optionRoms, drives, bootOrder, rtc, nanos,
                debugExitPort, stopOnShutdown);
    }

    public MachineConfig withDebugExit(int port) {
        return new MachineConfig(memoryMiB, cpu, rombios, vgabios, optionRoms, drives, bootOrder, rtc,
                instructionPeriodNs, port, stopOnShutdown);
    }

    public MachineConfig withStopOnShutdown(boolean stop) {
        return new MachineConfig(memoryMiB, cpu, rombios, vgabios, optionRoms, drives, bootOrder, rtc,
                instructionPeriodNs, debugExitPort, stop);
    }
}
