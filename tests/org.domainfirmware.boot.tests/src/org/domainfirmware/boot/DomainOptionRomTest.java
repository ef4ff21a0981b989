package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.domainfirmware.emulator.cli.CapturedBoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A domain has its option ROMs in RAM, where its BIOS finds and calls them; the VM86 monitor's place is not theirs. */
@Isolated("replaces System.out and System.err")
class DomainOptionRomTest {
    private static final Path ROM = DomainPort.loader().resolveSibling("optionrom.rom");

    private static CapturedBoot boot(String address) {
        return CapturedBoot.of(List.of("--kernel", DomainPort.loader().toString(), "--real-mode", "assist", "--option-rom", ROM + address,
                "--rombios", ROM.resolveSibling("rombios.rom").toString(), "--vgabios", ROM.resolveSibling("vgabios.rom").toString(),
                "--serial", "none", "--until-screen", "Option ROM template: initialized", "--limit", "30"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@C8800", "@CF000", "@E0000"})
    void initialised(String address) {
        CapturedBoot run = boot(address);
        assertEquals(0, run.status(), run::err);
    }

    @Test
    void notUnderTheMonitor() {
        CapturedBoot run = boot("@D0000");
        assertEquals(2, run.status());
        assertEquals(1, run.errLines().size(), run::err);
        assertTrue(run.err().contains("option ROM at D0000h") && run.err().contains("VM86 monitor at D0000h to DFFFFh"), run::err);
    }
}
