package org.domainfirmware.debug.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.domainfirmware.debug.core.breakpoints.GuestLineBreakpoint;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.core.model.GuestRegister;
import org.domainfirmware.debug.core.model.GuestStackFrame;
import org.domainfirmware.debug.core.model.GuestThread;
import org.domainfirmware.debug.core.model.GuestVariable;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IMemoryBlockExtension;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.ISourceLocator;
import org.eclipse.debug.core.model.IVariable;
import org.junit.jupiter.api.Test;

/** A guest with our firmware in the platform's debug model. */
class DebugModelTest extends GuestTest {
    /** mov ax,0203h; mov bx,9000h; mov cx,2; xor dx,dx; int 13h; jmp $ (encoded by hand from the SDM). */
    private static final int[] READS = {0xB8, 0x03, 0x02, 0xBB, 0x00, 0x90, 0xB9, 0x02, 0x00, 0x31, 0xD2, 0xCD, 0x13, 0xEB,
        0xFE};
    private static final String BOOT = "7C00";

    /** Stopped in INT 13h called by the boot sector. */
    private GuestDebugTarget inInt13() throws Exception {
        GuestDebugTarget target = guests.debug("int13", Map.of(LaunchAttributes.drive("fda"),
                Guests.floppy(folder, READS).toString(), LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_BOOT_SECTOR));
        assertEquals(DebugEvent.STEP_END, guests.awaitSuspend().getDetail());
        IBreakpoint line = new GuestLineBreakpoint(guests.source("rombios/int13.c"),
                guests.line("rombios/int13.c", "if (r->ah == 0x4B)"));
        assertTrue(target.isInstalled(line), () -> Guests.messages(target));
        assertEquals(DebugEvent.BREAKPOINT, guests.after(target::resume).getDetail());
        assertArrayEquals(new IBreakpoint[] {line}, target.thread().getBreakpoints());
        return target;
    }

    private static GuestVariable variable(IVariable[] all, String name) {
        return (GuestVariable) Arrays.stream(all).filter(v -> ((GuestVariable) v).getName().equals(name)).findFirst()
                .orElseThrow();
    }

    @Test
    void stopsAtALineOfTheFirmwareWithFramesAndArguments() throws Exception {
        GuestDebugTarget target = inInt13();
        GuestThread thread = target.thread();
        GuestStackFrame top = thread.top();
        assertEquals("int13_disk", top.frame().functionName());
        assertEquals(guests.line("rombios/int13.c", "if (r->ah == 0x4B)"), top.getLineNumber());
        assertEquals("INT 13h, AH=02h (disk)", ((GuestStackFrame) thread.getStackFrames()[1]).frame().enteredBy());
        assertEquals(0x7C0D, ((GuestStackFrame) thread.getStackFrames()[2]).frame().linear());
        assertEquals(3, top.expressions().number("r->al"));
        assertEquals(0x9000, top.expressions().number("r->bx"));
        GuestVariable r = variable(top.getVariables(), "r");
        assertTrue(r.getValue().hasVariables());
        assertTrue(r.getReferenceTypeName().contains("int_regs"), r.getReferenceTypeName());
        assertTrue(top.hasRegisterGroups());
    }

    @Test
    void findsTheSourceInTheWorkspace() throws Exception {
        GuestDebugTarget target = inInt13();
        ISourceLocator locator = target.getLaunch().getSourceLocator();
        Object found = locator.getSourceElement(target.thread().top());
        assertInstanceOf(IFile.class, found);
        assertEquals(guests.source("rombios/int13.c"), found);
    }

    @Test
    void stepsReturnsAndChangesAValue() throws Exception {
        GuestDebugTarget target = inInt13();
        GuestThread thread = target.thread();
        int line = thread.top().getLineNumber();
        assertEquals(DebugEvent.STEP_END, guests.after(thread::stepOver).getDetail());
        assertTrue(thread.top().getLineNumber() > line);
        GuestVariable r = variable(thread.top().getVariables(), "r");
        IVariable cs = Arrays.stream(r.getValue().getVariables()).filter(v -> name(v).equals("flags")).findFirst().orElseThrow();
        cs.setValue("0x0203");
        assertEquals(0x0203, thread.top().expressions().number("r->flags"));
        guests.after(thread::stepReturn);
        assertEquals("int_return", target.symbols().nameAt(thread.top().frame().linear()));
        guests.after(thread::stepReturn);
        assertEquals(0x7C0D, thread.top().frame().linear());
    }

    private static String name(IVariable v) {
        return ((GuestVariable) v).getName();
    }

    @Test
    void stepsByInstructionToo() throws Exception {
        GuestDebugTarget target = guests.debug("instructions", Map.of(LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_RESET));
        guests.awaitSuspend();
        assertEquals("F000:FFF0", target.thread().top().frame().address());
        target.thread().stepByInstruction(true);
        guests.after(target.thread()::stepInto);
        assertEquals(1, target.port().registers().join().instructions());
    }

    @Test
    void registersAreShownAndChanged() throws Exception {
        GuestDebugTarget target = inInt13();
        IRegisterGroup[] groups = target.thread().top().getRegisterGroups();
        assertEquals("[General, Flags, Segments, Control, Descriptor tables, Debug, x87, MSR]",
                Arrays.stream(groups).map(DebugModelTest::name).toList().toString());
        GuestRegister esi = (GuestRegister) Arrays.stream(groups[0].getRegisters())
                .filter(g -> ((GuestRegister) g).getName().equals("ESI")).findFirst().orElseThrow();
        esi.setValue("1234ABCD");
        assertEquals(0x1234ABCDL, target.thread().top().expressions().number("esi"));
        GuestRegister cs = (GuestRegister) groups[2].getRegisters()[0];
        assertEquals("CS", cs.getName());
        assertTrue(cs.getValueString().startsWith("F000  base 000F0000"), cs.getValueString());
        assertEquals(4, cs.getVariables().length);
    }

    private static String name(IRegisterGroup g) {
        return ((org.domainfirmware.debug.core.model.GuestRegisterGroup) g).getName();
    }

    @Test
    void memoryIsReadAndChangedInEverySpace() throws Exception {
        GuestDebugTarget target = inInt13();
        for (String expression : new String[] {"0000:" + BOOT, "linear:" + BOOT, "physical:" + BOOT, "0x" + BOOT, "0x7000 + 0xC00"}) {
            IMemoryBlockExtension block = target.getExtendedMemoryBlock(expression, target.thread().top());
            assertEquals(0x7C00, block.getBigBaseAddress().intValue(), expression);
            assertEquals((byte) 0xB8, block.getBytesFromOffset(java.math.BigInteger.ZERO, 1)[0].getValue(), expression);
        }
        IMemoryBlockExtension block = target.getExtendedMemoryBlock("0000:9000", null);
        block.setValue(java.math.BigInteger.TWO, new byte[] {0x77});
        assertEquals(0x77, target.thread().top().expressions().number("byte [0:9002]"));
    }

    @Test
    void resumesSuspendsResetsAndTerminates() throws Exception {
        GuestDebugTarget target = guests.debug("run", Map.of());
        Guests.await("it runs", () -> target.canSuspend() && target.port().registers().join().instructions() > 0);
        assertFalse(target.isSuspended());
        assertEquals(DebugEvent.CLIENT_REQUEST, guests.after(target::suspend).getDetail());
        guests.after(target::reset);
        assertEquals("F000:FFF0", target.thread().top().frame().address());
        target.terminate();
        Guests.await("it ends", target::isTerminated);
        assertEquals(0, target.getThreads().length);
        Guests.await("its consoles end too", () -> target.getLaunch().isTerminated());
    }

    @Test
    void reloadsFirmwareAndKeepsBreakpoints() throws Exception {
        GuestDebugTarget target = inInt13();
        suspendsAtResetAfter(target);
        assertEquals(DebugEvent.BREAKPOINT, guests.after(target::resume).getDetail());
        assertEquals("int13_disk", target.thread().top().frame().functionName());
    }

    private void suspendsAtResetAfter(GuestDebugTarget target) throws Exception {
        guests.after(() -> target.reloadFirmware().join());
        assertEquals("F000:FFF0", target.thread().top().frame().address());
    }

    @Test
    void aTripleFaultLeavesAStoppedInspectableTarget() throws Exception {
        // lidt [7C08h] (a limit of 0 there); int3
        int[] code = {0x0F, 0x01, 0x1E, 0x08, 0x7C, 0xCC, 0xEB, 0xFE, 0, 0, 0, 0, 0, 0};
        GuestDebugTarget target = guests.debug("fault", Map.of(LaunchAttributes.drive("fda"),
                Guests.floppy(folder, code).toString()));
        guests.awaitSuspend();
        assertTrue(target.thread().reasonText().startsWith("triple fault"), target.thread().reasonText());
        assertEquals(0x7C05, target.thread().top().frame().linear());
    }
}
