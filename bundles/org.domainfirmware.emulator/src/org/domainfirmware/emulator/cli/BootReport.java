package org.domainfirmware.emulator.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import org.domainfirmware.emulator.debug.E820View;
import org.domainfirmware.emulator.debug.EntryCheck;
import org.domainfirmware.emulator.machine.Machine;

/** The {@code --report} file. */
final class BootReport {
    private BootReport() {
    }

    static byte[] json(BootOutcome outcome, Machine machine, E820Tap e820, BootSectorEntry bootSector,
            double hostSeconds) {
        JsonObject report = new JsonObject();
        report.addProperty("status", outcome.status());
        report.addProperty("outcome", outcome.reason());
        report.addProperty("instructions", machine.clock().instructions());
        if (bootSector.instructions() >= 0) {
            report.addProperty("instructionsToBootSector", bootSector.instructions());
        }
        report.addProperty("guestSeconds", machine.clock().nanos() / 1e9);
        report.addProperty("hostSeconds", hostSeconds);
        report.add("screen", strings(BootRun.rows(machine)));
        JsonArray calls = new JsonArray();
        for (E820View.Call call : e820.calls()) {
            calls.add(call(call));
        }
        report.add("e820", calls);
        if (machine.partition() != null) {
            report.add("domain", domain(machine));
        }
        report.add("registers", strings(StateText.of(machine)));
        report.addProperty("stateHash", String.format("%016x", machine.stateHash()));
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(report).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject domain(Machine machine) {
        JsonObject o = new JsonObject();
        o.addProperty("stopped", machine.domainError());
        o.addProperty("monitorActive", machine.partition().isMonitorActive());
        o.addProperty("worldSwitches", machine.partition().switches());
        JsonArray checks = new JsonArray();
        for (EntryCheck check : machine.partition().lastChecks()) {
            JsonObject c = new JsonObject();
            c.addProperty("group", check.group());
            c.addProperty("check", check.rule());
            c.addProperty("passes", check.passes());
            c.addProperty("values", check.values());
            checks.add(c);
        }
        o.add("lastEntryChecks", checks);
        return o;
    }

    private static JsonObject call(E820View.Call call) {
        JsonObject o = new JsonObject();
        o.addProperty("instructions", call.instructions());
        o.addProperty("failed", call.failed());
        o.addProperty("base", String.format("%016x", call.entry().base()));
        o.addProperty("length", String.format("%016x", call.entry().length()));
        o.addProperty("type", call.entry().type());
        return o;
    }

    private static JsonArray strings(Iterable<String> lines) {
        JsonArray array = new JsonArray();
        lines.forEach(array::add);
        return array;
    }
}
