package org.domainfirmware.emulator.cli.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which FLAGS bits an opcode form defines, from the corpus's metadata.json. */
final class FlagMasks {
    private static final int ALL = 0xFFFF;

    private final JsonObject opcodes;

    private FlagMasks(JsonObject opcodes) {
        this.opcodes = opcodes;
    }

    /**
     * Reads metadata.json of a corpus directory.
     *
     * @throws IOException when it is missing or not what it should be; the message says so
     */
    static FlagMasks read(Path directory) throws IOException {
        Path file = directory.resolve("metadata.json");
        if (!Files.exists(file)) {
            throw new IOException(directory + " has no metadata.json: give the directory of a captured test set");
        }
        try {
            JsonObject root = JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8)).getAsJsonObject();
            return new FlagMasks(root.getAsJsonObject("opcodes"));
        } catch (JsonParseException | IllegalStateException | ClassCastException e) {
            throw new IOException(file + " is not the metadata of a captured test set", e);
        }
    }

    /** @param form such as "00" or "80.3" */
    int mask(String form) {
        int dot = form.indexOf('.');
        JsonElement entry = opcodes.get(dot < 0 ? form : form.substring(0, dot));
        if (entry == null) {
            return ALL;
        }
        JsonObject facts = entry.getAsJsonObject();
        if (dot >= 0 && facts.has("reg")) {
            JsonElement reg = facts.getAsJsonObject("reg").get(form.substring(dot + 1));
            if (reg == null) {
                return ALL;
            }
            facts = reg.getAsJsonObject();
        }
        return facts.has("flags-mask") ? facts.get("flags-mask").getAsInt() : ALL;
    }
}
