package org.domainfirmware.debug.core.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program for a guest, built by gcc -m16 into a floppy image: a boot sector that loads the rest to 0000:7E00 and calls
 * {@code main}. Code, data and stack are in segment 0, so linked addresses are linear ones.
 */
record GuestProgram(Path elf, Path floppy) {
    private static final int FLOPPY = 1474560;
    private static final int SECTORS = 16;

    private static final String BOOT = """
            .code16
            .section .boot, "ax"
            .globl _start, loaded
            _start: xorw %ax, %ax
                    movw %ax, %ds
                    movw %ax, %es
                    movw %ax, %ss
                    movl $0x7c00, %esp
                    movw $0x0200 + SECTORS, %ax
                    movw $0x7e00, %bx
                    movw $0x0002, %cx
                    movw $0x0000, %dx
            read:   int $0x13
            loaded: xorl %ebp, %ebp
                    calll main
            idle:   hlt
                    jmp idle
                    .org 510
                    .word 0xaa55
            """;
    private static final String LINK = """
            SECTIONS {
              . = 0x7c00;
              .text : { *(.boot) *(.text*) *(.rodata*) *(.data*) *(.bss*) *(COMMON) }
              /DISCARD/ : { *(.note*) *(.comment*) *(.eh_frame*) }
            }
            ENTRY(_start)
            """;

    /**
     * Builds a program.
     *
     * @param source C; {@code void main(void)} is called
     * @param assembly further 16-bit assembly, or ""
     */
    static GuestProgram build(Path folder, String source, String assembly, String... options)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("boot.S"), BOOT.replace("SECTORS", "" + SECTORS));
        Files.writeString(folder.resolve("program.c"), source);
        Files.writeString(folder.resolve("extra.S"), ".code16\n.text\n" + assembly + "\n");
        Files.writeString(folder.resolve("link.ld"), LINK);
        List<String> command = new ArrayList<>(List.of("gcc", "-m16", "-march=i386", "-gdwarf-4", "-ffreestanding",
                "-fno-pie", "-fno-stack-protector", "-fcf-protection=none", "-fno-asynchronous-unwind-tables", "-nostdlib",
                "-static", "-Wl,--build-id=none", "-Wl,-m,elf_i386", "-Wl,--no-warn-rwx-segments", "-Wl,-T,link.ld", "-Wa,--noexecstack",
                "-o", "program.elf", "boot.S", "program.c", "extra.S"));
        command.addAll(Arrays.asList(options));
        run(folder, command);
        run(folder, List.of("objcopy", "-O", "binary", "program.elf", "program.bin"));
        byte[] code = Files.readAllBytes(folder.resolve("program.bin"));
        if (code.length > (SECTORS + 1) * 512) {
            throw new IOException("the program is too long: " + code.length);
        }
        Path floppy = folder.resolve("program.img");
        Files.write(floppy, Arrays.copyOf(code, FLOPPY));
        return new GuestProgram(folder.resolve("program.elf"), floppy);
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process p = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!p.waitFor(60, TimeUnit.SECONDS) || p.exitValue() != 0) {
            throw new IOException(command + ": " + output);
        }
    }
}
