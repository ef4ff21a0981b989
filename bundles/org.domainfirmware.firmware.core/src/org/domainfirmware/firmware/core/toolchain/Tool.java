package org.domainfirmware.firmware.core.toolchain;

import java.util.List;
import java.util.Optional;

/**
 * A program that builds firmware.
 *
 * @param name             as it is called
 * @param purpose          what it does, in a few words
 * @param debianPackage    package of Debian and Ubuntu that has it
 * @param fedoraPackage    package of Fedora that has it
 * @param versionArguments arguments that make it print its version; empty when it prints one without any
 * @param required         our own firmware does not build without it
 */
public record Tool(String name, String purpose, String debianPackage, String fedoraPackage, List<String> versionArguments, boolean required) {
    /** All tools known, those of our own firmware first. */
    public static final List<Tool> ALL = List.of(
            new Tool("gcc", "C compiler, with -m16 for real mode", "gcc", "gcc", List.of("--version"), true),
            new Tool("as", "GNU assembler", "binutils", "binutils", List.of("--version"), true),
            new Tool("ld", "GNU linker", "binutils", "binutils", List.of("--version"), true),
            new Tool("objcopy", "makes images of linked files", "binutils", "binutils", List.of("--version"), true),
            new Tool("make", "runs the build", "make", "make", List.of("--version"), true),
            new Tool("nasm", "assembler with Intel syntax", "nasm", "nasm", List.of("-v"), false),
            new Tool("bcc", "Bruce's C compiler for 16-bit code", "bcc", "dev86", List.of("-v"), false),
            new Tool("as86", "assembler of bcc", "bin86", "dev86", List.of("-v"), false),
            new Tool("ld86", "linker of bcc", "bin86", "dev86", List.of("-v"), false),
            new Tool("python3", "build scripts of SeaBIOS", "python3", "python3", List.of("--version"), false),
            new Tool("iasl", "ACPI compiler", "acpica-tools", "acpica-tools", List.of("-v"), false));

    public static Optional<Tool> named(String name) {
        return ALL.stream().filter(t -> t.name().equals(name) || name.equals("cc") && t.name().equals("gcc")).findFirst();
    }
}
