package org.domainfirmware.emulator.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lengths, mnemonics and operands against ndisasm, on random bytes behind every opcode and random prefixes.
 * Each instruction has a slot of its own, so that a disagreement spoils no other.
 */
class DisassemblerTest {
    private static final int SLOT = 32;
    private static final int NOP = 0x90;
    private static final int INSTRUCTIONS = 20_000;

    private final Random random = new Random(20260115);
    private final Decoder decoder = new Decoder(CpuModel.PPRO);
    private final Disassembler disassembler = new Disassembler(Symbols.NONE);

    @Test
    void sixteenBitCodeReadsAsNdisasmReadsIt(@TempDir Path folder) throws IOException, InterruptedException {
        compare(folder, false);
    }

    @Test
    void thirtyTwoBitCodeReadsAsNdisasmReadsIt(@TempDir Path folder) throws IOException, InterruptedException {
        compare(folder, true);
    }

    private void compare(Path folder, boolean big) throws IOException, InterruptedException {
        byte[] image = new byte[INSTRUCTIONS * SLOT];
        Arrays.fill(image, (byte) NOP);
        Instruction[] decoded = new Instruction[INSTRUCTIONS];
        for (int n = 0; n < INSTRUCTIONS; n++) {
            decoded[n] = place(image, n * SLOT, big);
        }
        Map<Integer, String> theirs = ndisasm(folder, image, big);
        List<String> wrong = new ArrayList<>();
        for (int n = 0; n < INSTRUCTIONS; n++) {
            int at = n * SLOT;
            byte[] bytes = Arrays.copyOfRange(image, at, at + decoded[n].length);
            String ours = Disassembler.text(disassembler.tokens(decoded[n], i -> bytes[i], at));
            boolean sameLength = theirs.containsKey(at + decoded[n].length);
            String their = theirs.get(at);
            if (!sameLength || their == null || !NdisasmText.agree(ours, their)) {
                wrong.add(hex(bytes) + ": ours \"" + ours + "\", ndisasm \"" + their + "\"");
            }
        }
        assertTrue(wrong.isEmpty(), () -> wrong.size() + " of " + INSTRUCTIONS + " differ, such as\n"
                + String.join("\n", wrong.subList(0, Math.min(40, wrong.size()))));
    }

    /** Makes a valid instruction that assemblers make too, and puts it into its slot. */
    private Instruction place(byte[] image, int at, boolean big) {
        List<Opcode> rows = OpcodeTable.table().rows();
        while (true) {
            byte[] code = new byte[24];
            random.nextBytes(code);
            int n = 0;
            if (random.nextInt(4) == 0) {
                code[n++] = 0x66;
            }
            if (random.nextInt(6) == 0) {
                code[n++] = 0x67;
            }
            if (random.nextInt(6) == 0) {
                code[n++] = new byte[] {0x26, 0x2E, 0x36, 0x3E, 0x64, 0x65}[random.nextInt(6)];
            }
            Opcode row = rows.get(random.nextInt(rows.size()));
            if (row.code() >= 0x100) {
                code[n++] = 0x0F;
            }
            code[n] = (byte) row.code();
            Instruction in = decoder.decode(i -> code[i], big);
            boolean wanted = in.fault == Instruction.NO_FAULT && in.opcode.code() == row.code()
                    && !in.is(Opcode.Property.ALIAS) && NdisasmText.comparable(in);
            if (wanted) {
                System.arraycopy(code, 0, image, at, in.length);
                return in;
            }
        }
    }

    private static Map<Integer, String> ndisasm(Path folder, byte[] image, boolean big)
            throws IOException, InterruptedException {
        Path file = folder.resolve("code.bin");
        Path listing = folder.resolve("code.lst");
        Files.write(file, image);
        Process process = new ProcessBuilder("ndisasm", "-b", big ? "32" : "16", file.toString())
                .redirectOutput(listing.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertEquals(0, process.waitFor(), "ndisasm (package nasm) failed");
        Map<Integer, String> lines = new HashMap<>();
        for (String line : Files.readAllLines(listing)) {
            if (!line.startsWith(" ")) {
                String[] columns = line.split(" +", 3);
                lines.put(Integer.parseInt(columns[0], 16), columns[2]);
            }
        }
        return lines;
    }

    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(String.format("%02x", b));
        }
        return text.toString();
    }
}
