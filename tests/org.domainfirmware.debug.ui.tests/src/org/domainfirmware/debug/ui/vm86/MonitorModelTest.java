package org.domainfirmware.debug.ui.vm86;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.domainfirmware.debug.ui.model.Row;
import org.domainfirmware.emulator.debug.AssistView;
import org.domainfirmware.emulator.vmx.AssistTrace.Total;
import org.domainfirmware.emulator.vmx.AssistTrap;
import org.junit.jupiter.api.Test;

/** What the VM86 Monitor view says about a trace. */
class MonitorModelTest {
    private static final AssistTrap LGDT = new AssistTrap(100, 13, 0xF000, 0x1234, "0F0116207C", "lgdt [0x7c20]", "lgdt",
            "emulated", 700);
    private static final AssistTrap IRQ = new AssistTrap(900, 0x20, 0, 0x7C10, "", "", "IRQ 0", "reflected to INT 08", 300);
    private static final AssistTrap SWITCH = new AssistTrap(2000, -1, 0x18, 0x7D00, "0F22C0", "mov cr0,eax", "to real mode",
            "real mode at 0000:7D20", 1000);
    private static final List<Total> TOTALS = List.of(new Total("to real mode", 1, 1000), new Total("lgdt", 2, 800),
            new Total("IRQ 0", 3, 200));

    private static AssistView view(boolean active, boolean guest, long dropped) {
        return new AssistView(true, true, active, guest, 7, 20_000, 6, dropped, TOTALS, List.of(LGDT, IRQ, SWITCH));
    }

    private static List<Row> rows(AssistView view, String mode, String filter) {
        return MonitorModel.rows(view, mode, filter, linear -> linear == 0xF1234 ? "enter_protected+4h" : "");
    }

    @Test
    void theNewestStayIsOnTopWithPlaceReasonAndCost() {
        List<Row> rows = rows(view(true, true, 0), "real", "");
        assertEquals(List.of("0018:00007D00", "mov cr0,eax", "PE cleared: switch to the monitor", "real mode at 0000:7D20", "1,000",
                "", "2,000"), rows.get(2).cells());
        assertEquals(List.of("0000:7C10", "", "interrupt request 0", "reflected to INT 08", "300", "", "900"), rows.get(3).cells());
        assertEquals(List.of("F000:1234", "lgdt [0x7c20]", "#GP: lgdt is privileged", "emulated", "700", "enter_protected+4h", "100"),
                rows.get(4).cells());
        assertEquals(5, rows.size());
    }

    @Test
    void sumsAreByKindWithTheirShareOfAllInstructions() {
        Row sums = rows(view(true, true, 2), "real", "").get(1);
        assertEquals(List.of("6 times", "2 of them too old to be kept", "10.0 % of all instructions", "2,000"),
                sums.cells().subList(1, 5));
        assertEquals(List.of("lgdt", "2 times", "400 instructions each", "4.0 % of all instructions", "800"),
                sums.children().get(1).cells().subList(0, 5));
    }

    @Test
    void theModeMachineIsToldApart() {
        assertEquals(List.of("Mode: protected: the monitor is away", "the guest runs alone", "7 world switches"),
                state(rows(view(false, false, 0), "real", "")));
        assertEquals(List.of("Mode: real", "the guest runs in virtual-8086 mode", "7 world switches"),
                state(rows(view(true, true, 0), "real", "")));
        assertEquals(List.of("Mode: protected to real", "the monitor works", "7 world switches"),
                state(rows(view(true, false, 0), "protected to real", "")));
        assertEquals("Mode: the monitor stands in for real mode", rows(view(true, false, 0), "", "").get(0).cell(0));
    }

    private static List<String> state(List<Row> rows) {
        return List.of(rows.get(0).cell(0), rows.get(0).cell(2), rows.get(0).cell(3));
    }

    @Test
    void theFilterKeepsTheSumsAndTheStaysThatMatch() {
        assertEquals(List.of("state", "sums", "stay 100"), keys(rows(view(true, true, 0), "real", " LGDT ")));
        assertEquals(List.of("state", "sums", "stay 100"), keys(rows(view(true, true, 0), "real", "f000:")));
        assertEquals(List.of("state", "sums", "stay 900"), keys(rows(view(true, true, 0), "real", "INT 08")));
        assertEquals(List.of("state", "sums"), keys(rows(view(true, true, 0), "real", "wbinvd")));
    }

    private static List<String> keys(List<Row> rows) {
        return rows.stream().map(Row::key).toList();
    }

    private static String general(String mnemonic, String instruction) {
        return MonitorModel.why(new AssistTrap(1, 13, 0, 0, "", instruction, mnemonic, "", 0));
    }

    @Test
    void everyVectorHasAReason() {
        for (int vector = -1; vector < 0x30; vector++) {
            AssistTrap trap = new AssistTrap(1, vector, 0, 0, "", "", "hlt", "", 0);
            assertTrue(MonitorModel.why(trap).length() >= 3, "vector " + vector);
        }
        assertEquals("#GP: the I/O bitmap intercepts the port", general("out", "out 0x20,al"));
        assertEquals("#GP: mov is privileged", general("mov", "mov eax,cr0"));
        assertEquals("#GP: mov is privileged", general("mov", "mov dr7,eax"));
        assertEquals("#GP: mov is beyond a limit of 64 KiB", general("mov", "mov eax,[ecx]"));
        assertEquals("#GP: INT is not redirected to the guest's vectors", general("int", "int 0x13"));
        assertEquals("#GP: popfd is sensitive to IOPL and VIP", general("popfd", "popfd"));
        assertEquals("#UD invalid opcode", MonitorModel.why(new AssistTrap(1, 6, 0, 0, "", "", "exception 6", "", 0)));
        assertEquals("#PF page fault", MonitorModel.why(new AssistTrap(1, 14, 0, 0, "", "", "exception 14", "", 0)));
    }
}
