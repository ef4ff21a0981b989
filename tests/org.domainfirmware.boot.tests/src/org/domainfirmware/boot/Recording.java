package org.domainfirmware.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.domainfirmware.emulator.replay.InputEvent;
import org.domainfirmware.emulator.replay.InputLog;
import org.domainfirmware.emulator.time.EventQueue;

/**
 * An undisturbed boot of the SYSLINUX floppy under our ROMs with text typed at its prompt: state hashes at instruction counts, and
 * the input.
 */
record Recording(List<Checkpoint> checkpoints, List<InputLog.Entry> input) {
    private static final long STEP = 3_000_000;
    private static final int MOST_STEPS = 200;
    private static final String PROMPT = "boot:";
    /** What is typed, one after the other, each after a checkpoint. */
    private static final List<String> TYPED = List.of("nosuch", "<F1>", "<Backspace>x\n", "again\n");

    /** The state hash at an instruction count, input of that count not yet given. */
    record Checkpoint(long instructions, long hash) { }

    static MachineConfig config(Path firmware, Path image) throws IOException {
        return MachineConfig.of(Files.readAllBytes(firmware.resolve("rombios.rom")), Files.readAllBytes(firmware.resolve("vgabios.rom")))
                .withDrives(Map.of(Drive.FDA, new DriveImage(image, false))).withBootOrder(List.of("a")).withStopOnShutdown(true);
    }

    static Recording of(MachineConfig config) throws IOException {
        List<Checkpoint> checkpoints = new ArrayList<>();
        try (Machine machine = new Machine(config)) {
            while (!screen(machine).contains(PROMPT)) {
                if (checkpoints.size() == MOST_STEPS) {
                    throw new IOException("no prompt of SYSLINUX, but\n" + screen(machine));
                }
                advance(machine, checkpoints);
            }
            for (String text : TYPED) {
                machine.input(new InputEvent.Text(text));
                advance(machine, checkpoints);
                advance(machine, checkpoints);
            }
            if (!screen(machine).contains("nosuc")) {
                throw new IOException("what was typed is not on the screen, but\n" + screen(machine));
            }
            return new Recording(List.copyOf(checkpoints), List.copyOf(machine.log().entries()));
        }
    }

    private static void advance(Machine machine, List<Checkpoint> checkpoints) {
        machine.run(machine.clock().instructions() + STEP, EventQueue.NEVER);
        checkpoints.add(new Checkpoint(machine.clock().instructions(), machine.stateHash()));
    }

    private static String screen(Machine machine) {
        return String.join("\n", machine.vga().screen().text().rows().stream().map(String::stripTrailing).toList());
    }

    /** Input to be given at a checkpoint. */
    List<InputEvent> inputAt(Checkpoint checkpoint) {
        return input.stream().filter(e -> e.instructions() == checkpoint.instructions()).map(InputLog.Entry::event).toList();
    }

    /** A recording as text, for runs in other JVMs: FIRMWARE-FOLDER IMAGE. */
    public static void main(String[] args) throws IOException {
        for (Checkpoint c : of(config(Path.of(args[0]), Path.of(args[1]))).checkpoints()) {
            System.out.printf("%d %016x%n", c.instructions(), c.hash());
        }
    }
}
