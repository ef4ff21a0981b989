package org.domainfirmware.emulator.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.junit.jupiter.api.Test;

/** What a model lacks is #UD there. Introductions as the SDM volume 3, 23.15 and the 486 and Pentium manuals list them. */
class CpuModelTest {
    private static final int HANDLER = 0x6000;

    private static boolean undefined(CpuModel model, int... bytes) {
        BarePc pc = new BarePc(model);
        byte[] code = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            code[i] = (byte) bytes[i];
        }
        pc.memory.write(4 * 6, 2, HANDLER);
        pc.memory.write(4 * 6 + 2, 2, 0);
        pc.start(0, 0x7C00, code);
        pc.executor.step();
        return pc.cpu.s.eip == HANDLER;
    }

    @Test
    void instructionsExistFromTheirModelOn() {
        Map<int[], CpuModel> first = new java.util.LinkedHashMap<>();
        first.put(new int[] {0x0F, 0xC9}, CpuModel.I486);
        first.put(new int[] {0x0F, 0xC1, 0xC0}, CpuModel.I486);
        first.put(new int[] {0x0F, 0xB1, 0xC0}, CpuModel.I486);
        first.put(new int[] {0x0F, 0x08}, CpuModel.I486);
        first.put(new int[] {0x0F, 0x01, 0x38}, CpuModel.I486);
        first.put(new int[] {0x0F, 0xA2}, CpuModel.PENTIUM);
        first.put(new int[] {0x0F, 0x31}, CpuModel.PENTIUM);
        first.put(new int[] {0x0F, 0xC7, 0x08}, CpuModel.PENTIUM);
        first.put(new int[] {0x0F, 0x20, 0xE0}, CpuModel.PENTIUM);
        first.put(new int[] {0x0F, 0x40, 0xC0}, CpuModel.PPRO);
        first.put(new int[] {0x0F, 0x33}, CpuModel.PPRO);
        first.put(new int[] {0xDB, 0xF0}, CpuModel.PPRO);
        first.put(new int[] {0xDA, 0xC0}, CpuModel.PPRO);
        first.put(new int[] {0x0F, 0xA4, 0xC0, 0x01}, CpuModel.I386);
        first.put(new int[] {0x0F, 0xBC, 0xC0}, CpuModel.I386);
        Map<String, String> wrong = new TreeMap<>();
        first.forEach((bytes, since) -> {
            for (CpuModel model : CpuModel.values()) {
                if (undefined(model, bytes) == model.atLeast(since)) {
                    wrong.put(java.util.Arrays.toString(bytes), model.toString());
                }
            }
        });
        assertEquals(Map.of(), wrong);
    }

    @Test
    void testRegistersEndWithThe486() {
        assertEquals(false, undefined(CpuModel.I386, 0x0F, 0x24, 0xF0));
        assertEquals(false, undefined(CpuModel.I486, 0x0F, 0x24, 0xD8));
        assertEquals(true, undefined(CpuModel.I386, 0x0F, 0x24, 0xD8));
        assertEquals(true, undefined(CpuModel.PENTIUM, 0x0F, 0x24, 0xF0));
    }
}
