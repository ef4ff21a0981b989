package org.domainfirmware.firmware.core.symbols;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.domainfirmware.firmware.core.Tools;

/** What binutils says about a linked file: the oracle of our readers. */
final class Binutils {
    private final Tools tools;
    private final String elf;

    Binutils(Path elf) {
        this.tools = new Tools(elf.toAbsolutePath().getParent());
        this.elf = elf.getFileName().toString();
    }

    /** Names and addresses of all symbols that nm prints with an address. */
    List<Map.Entry<String, Long>> symbols() throws IOException {
        List<Map.Entry<String, Long>> symbols = new ArrayList<>();
        for (String line : tools.good("nm", elf)) {
            String[] parts = line.strip().split(" +");
            if (parts.length == 3) {
                symbols.add(Map.entry(parts[2], Long.parseLong(parts[0], 16)));
            }
        }
        return symbols;
    }

    /** Addresses of the functions (STT_FUNC) by objdump's symbol table. */
    Map<String, Long> functions() throws IOException {
        Map<String, Long> functions = new TreeMap<>();
        for (String line : tools.good("objdump", "-t", elf)) {
            if (line.matches("[0-9a-f]+ .{6}F .*")) {
                String[] parts = line.split("\\s+");
                functions.put(parts[parts.length - 1], Long.parseLong(parts[0], 16));
            }
        }
        return functions;
    }

    /** The source place of each address as addr2line prints it: file:line; "?" parts where unknown. */
    List<String> lines(List<Long> addresses) throws IOException {
        List<String> command = new ArrayList<>(List.of("addr2line", "-e", elf));
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < addresses.size(); from += 500) {
            List<String> call = new ArrayList<>(command);
            addresses.subList(from, Math.min(from + 500, addresses.size())).forEach(a -> call.add(Long.toHexString(a)));
            lines.addAll(tools.good(call.toArray(String[]::new)));
        }
        return lines.stream().map(l -> l.replaceFirst(" \\(discriminator \\d+\\)$", "")).toList();
    }
}
