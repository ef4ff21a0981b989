package org.domainfirmware.firmware.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;

import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.rom.RomSymbols;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project whose build leaves no ELF file has the symbols of its listing, map or list of symbols all the same. */
class TextSymbolsTest {
    private static final String ROM = "bits 16\norg 0\n db 0x55, 0xaa, 1\n jmp init\nmessage: db 'hello'\ninit:\n retf\n times 511 - ($-$$) db 0\n db 0\n";
    private IProject project;
    private FirmwareProject firmware;

    @BeforeEach
    void manual() throws Exception {
        Projects.noAutomaticBuilds();
    }

    @AfterEach
    void delete() throws Exception {
        project.delete(true, true, null);
    }

    private void create(String rule) throws Exception {
        project = Projects.withMakefile("listing", "out/tool.rom: src/tool.asm\n\t@mkdir -p out\n\t" + rule + "\nclean:\n\trm -rf out\n");
        project.getFolder("src").create(true, true, null);
        Projects.write(project, "src/tool.asm", ROM);
        firmware = FirmwareProject.of(project);
        Projects.build(project);
        assertEquals(List.of(), Projects.problems(project));
    }

    @Test
    void listingBesideTheImage() throws Exception {
        create("nasm -f bin -l out/tool.lst -o out/tool.rom src/tool.asm");
        IFile rom = project.getFile("out/tool.rom");
        assertEquals(List.of(rom), firmware.romImages());
        RomSymbols symbols = firmware.symbols(rom).orElseThrow();
        assertSame(symbols, firmware.symbols(rom).orElseThrow());
        assertSame(symbols.info(), firmware.debugInfo().get(rom));
        long init = symbols.info().symbol("init").orElseThrow().value();
        byte[] image = Files.readAllBytes(rom.getLocation().toPath());
        assertEquals(0xCB, image[(int) (init - symbols.base())] & 0xFF);
        String source = symbols.info().lineAt(init).orElseThrow().file();
        assertEquals(project.getFile("src/tool.asm"), firmware.sourceFor(source).orElseThrow());
    }

    @Test
    void fileOfAnotherNameNamedInTheSettings() throws Exception {
        create("nasm -f bin -l out/listing-of-all.txt -o out/tool.rom src/tool.asm");
        IFile rom = project.getFile("out/tool.rom");
        assertTrue(firmware.symbols(rom).isEmpty());
        firmware.settings().setElfFiles(List.of("out/*.txt"));
        assertTrue(firmware.symbols(rom).orElseThrow().info().symbol("message").isPresent());
        assertTrue(firmware.debugInfo().containsKey(project.getFile("out/listing-of-all.txt")));
    }
}
