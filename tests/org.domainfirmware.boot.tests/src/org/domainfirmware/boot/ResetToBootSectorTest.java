package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.domainfirmware.emulator.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our ROMBIOS has no needless waits: the report of a run tells the instructions from cold reset to the boot sector's first one. */
class ResetToBootSectorTest {
    private static final long MOST = 150_000_000;
    private static final int DISK = 16 << 20;
    private static final int LIMIT_REACHED = 1;
    private static final byte CLI = (byte) 0xFA;
    private static final byte HLT = (byte) 0xF4;

    @TempDir
    private Path folder;

    @Test
    void withADiskAttached() throws Exception {
        byte[] disk = new byte[DISK];
        disk[0] = CLI;
        disk[1] = HLT;
        disk[510] = 0x55;
        disk[511] = (byte) 0xAA;
        Path image = Files.write(folder.resolve("disk.img"), disk);
        long entry = boot(image, "--limit", "10").get("instructionsToBootSector").getAsLong();
        assertTrue(entry > 0 && entry < MOST, entry + " instructions");
        String registers = boot(image, "--limit-instructions", Long.toString(entry)).get("registers").toString();
        assertTrue(registers.contains("EIP=00007C00"), registers);
        assertTrue(registers.contains("CS   0000 base=00000000"), registers);
    }

    private JsonObject boot(Path image, String... limit) throws Exception {
        Path report = folder.resolve("report.json");
        assertEquals(LIMIT_REACHED, Main.execute("boot", "--hda", image.toString(), "--serial", "none", "--report",
                report.toString(), limit[0], limit[1]));
        return JsonParser.parseString(Files.readString(report)).getAsJsonObject();
    }
}
