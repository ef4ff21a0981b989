package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A PC Guest made in the Debug Configurations dialog: every tab is kept, and the guest is what the tabs say. */
@ExtendWith(FirmwareWorkbench.class)
class LaunchDialogTest {
	/** Takes stock of the machine: what firmware and processor answer goes to 9000h and on, 600Dh to 9020h last. */
	private static final String STOCK = """
			org 7C00h
			bits 16
			    xor ax, ax
			    mov ds, ax
			    mov es, ax
			    mov eax, 1
			    cpuid
			    mov [9000h], eax
			    mov ah, 4              ; date, INT 1Ah
			    int 1Ah
			    mov [9004h], cx
			    mov [9006h], dx
			    mov ah, 2              ; time
			    int 1Ah
			    mov [9008h], cx
			    xor ebx, ebx
			map:
			    mov eax, 0E820h
			    mov edx, 534D4150h
			    mov ecx, 20
			    mov di, 8000h
			    int 15h
			    jc mapped
			    cmp dword [8010h], 1
			    jne reserved
			    mov eax, [8000h]
			    add eax, [8008h]
			    mov [900Ch], eax       ; end of the highest usable memory
			reserved:
			    test ebx, ebx
			    jnz map
			mapped:
			    mov dl, 1              ; second floppy
			    mov si, 9010h
			    call first_word
			    mov dl, 80h
			    mov si, 9012h
			    call first_word
			    mov dl, 81h
			    mov si, 9014h
			    call first_word
			    mov word [0A000h], 'wr'
			    mov ax, 0301h          ; write the second sector of the first disk
			    mov bx, 0A000h
			    mov cx, 2
			    mov dx, 80h
			    int 13h
			    mov dx, 3F8h
			    mov al, 'S'
			    out dx, al
			    mov word [9020h], 600Dh
			stop:
			    jmp stop
			first_word:
			    mov ax, 0201h
			    mov bx, 0A000h
			    mov cx, 1
			    mov dh, 0
			    int 13h
			    mov ax, [0A000h]
			    mov [si], ax
			    ret
			""";
	private static final int DONE = 0x9020;
	private static final int FLOPPY = 1474560;
	private static final int DISK = 1 << 20;

	@TempDir
	Path folder;
	private IProject project;

	@BeforeEach
	void noConfigurations() throws CoreException {
		project = SampleFirmware.built();
		LaunchDialog.removeConfigurations();
	}

	@AfterEach
	void cleanUp() throws CoreException {
		LaunchDialog.closeOpen();
		LaunchDialog.removeConfigurations();
	}

	private Path image(String name, int size, String start) throws IOException {
		byte[] bytes = new byte[size];
		System.arraycopy(start.getBytes(), 0, bytes, 0, start.length());
		return Files.write(folder.resolve(name), bytes);
	}

	private IFile built(String name) {
		return SampleFirmware.rom(project, name);
	}

	/** Fields by tab, with what is typed or chosen. */
	private Map<String, Map<String, String>> settings() throws IOException {
		Map<String, Map<String, String>> tabs = new LinkedHashMap<>();
		tabs.put("Firmware", Map.of(LaunchAttributes.PROJECT, project.getName(),
				LaunchAttributes.ROMBIOS, "${workspace_loc:" + built("rombios.rom").getFullPath() + "}",
				LaunchAttributes.VGABIOS, "${env_var:ROMS}/vgabios.rom",
				LaunchAttributes.OPTION_ROMS, built("optionrom.rom").getLocation() + "@CA000",
				LaunchAttributes.SYMBOL_FILES, built("rombios.rom").getLocation().removeFileExtension().addFileExtension("elf").toString()));
		tabs.put("Machine", Map.of(LaunchAttributes.CPU, "Pentium", LaunchAttributes.MEMORY, "37",
				LaunchAttributes.RTC, "2011-12-13T14:15:16", LaunchAttributes.INSTRUCTION_PERIOD, "20",
				LaunchAttributes.REAL_TIME, "false", LaunchAttributes.STOP_ON_SHUTDOWN, "false"));
		tabs.put("Drives", Map.of(LaunchDialog.drive("fda"), BootFloppy.assembled(folder, "stock.img", STOCK).toString(),
				LaunchDialog.drive("fdb"), image("b.img", FLOPPY, "fb").toString(),
				LaunchDialog.drive("hda"), image("1.img", DISK, "h1").toString(), LaunchAttributes.writeThrough("hda"), "true",
				LaunchDialog.drive("hdb"), image("2.img", DISK, "h2").toString(),
				LaunchDialog.drive("cdrom"), image("cd.iso", DISK, "cd").toString(), LaunchAttributes.BOOT_ORDER, "a,c,d"));
		tabs.put("Console", Map.of(LaunchAttributes.serialFile(0), folder.resolve("com1.txt").toString(),
				LaunchAttributes.serialConsole(0), "false", LaunchAttributes.serialConsole(1), "true",
				LaunchAttributes.DEBUG_CONSOLE_FILE, folder.resolve("debug.txt").toString()));
		tabs.put("Debugger", Map.of(LaunchAttributes.STOP_AT, "at a symbol or address:", LaunchAttributes.STOP_SYMBOL, "post_main"));
		return tabs;
	}

	private static void fill(LaunchDialog dialog, String attribute, String value) {
		if (value.equals("true") || value.equals("false"))
			dialog.tick(attribute, value.equals("true"));
		else if (List.of(LaunchAttributes.PROJECT, LaunchAttributes.CPU, LaunchAttributes.STOP_AT).contains(attribute))
			dialog.pick(attribute, value);
		else
			dialog.type(attribute, value);
	}

	@Test
	void everyTabIsKeptAndTheGuestIsWhatTheySay() throws CoreException, IOException {
		Map<String, Map<String, String>> tabs = settings();
		LaunchDialog dialog = LaunchDialog.open();
		dialog.create("All tabs");
		addVariable(dialog, "ROMS", built("vgabios.rom").getLocation().removeLastSegments(1).toString());
		tabs.forEach((tab, fields) -> {
			dialog.select(tab);
			fields.forEach((attribute, value) -> fill(dialog, attribute, value));
			Screenshot.screen("launch-tab-" + tab);
		});
		dialog.select("Source");
		Screenshot.screen("launch-tab-Source");
		dialog.select("Common");
		Table favorites = Find.in(dialog.shell()).the(Table.class);
		UiThread.run(() -> {
			favorites.getItem(0).setChecked(true);
			Event event = new Event();
			event.item = favorites.getItem(0);
			event.detail = SWT.CHECK;
			favorites.notifyListeners(SWT.Selection, event);
		});
		Screenshot.screen("launch-tab-Common");
		dialog.saysNothing();
		dialog.save();
		dialog.close();

		LaunchDialog again = LaunchDialog.open();
		again.choose("All tabs");
		tabs.forEach((tab, fields) -> {
			again.select(tab);
			fields.forEach((attribute, value) -> assertEquals(value, again.shown(attribute), attribute));
		});
		assertFalse(again.enabled("Apply"), "looking at the tabs changes nothing");
		ILaunchConfiguration saved = LaunchDialog.configuration("All tabs");
		assertEquals(1, saved.getAttribute(IDebugUIConstants.ATTR_FAVORITE_GROUPS, List.of()).size());
		assertEquals(1, saved.getAttribute(ILaunchManager.ATTR_ENVIRONMENT_VARIABLES, Map.of()).size());
		again.press("Debug");
		GuestUnderTest guest = GuestUnderTest.started(saved);
		guest.waitUntilStopped();
		assertTrue(guest.target().thread().top().getName().startsWith("post_main"), guest.target().thread().top().getName());
		Menus.select("Run", "Resume");
		Wait.until("the program to have taken stock", () -> word(guest, DONE) == 0x600D);
		assertEquals(5, word(guest, 0x9000) >> 8 & 15, "family of the Pentium (CPUID)");
		assertEquals(List.of(0x2011, 0x1213, 0x1415), List.of(word(guest, 0x9004), word(guest, 0x9006), word(guest, 0x9008)), "clock, BCD");
		long end = word(guest, 0x900C) | (long) word(guest, 0x900E) << 16;
		assertEquals(37L << 20, end, "end of memory (E820)");
		assertEquals(List.of("fb", "h1", "h2"), List.of(text(guest, 0x9010), text(guest, 0x9012), text(guest, 0x9014)));
		assertEquals("wr", new String(Files.readAllBytes(folder.resolve("1.img")), 512, 2), "written through");
		assertEquals("S", Files.readString(folder.resolve("com1.txt")));
		assertTrue(Files.readString(folder.resolve("debug.txt")).contains("option ROM at CA00: init"), "the option ROM");
		assertEquals(20, guest.session().settings().machine().instructionPeriodNs());
		assertEquals(built("vgabios.rom").getLocation().toPath(), guest.session().settings().vgabios());
		assertEquals(List.of("debugcon", "serial1", ""), guest.session().processes().stream().map(p -> p.channel()).toList());
	}

	private static void addVariable(LaunchDialog dialog, String name, String value) {
		dialog.select("Environment");
		dialog.press("Add...");
		Shell add = Find.shell("New Environment Variable");
		List<Text> fields = Find.in(add).all(Text.class);
		Keys.replace(fields.get(0), name);
		Keys.replace(fields.get(1), value);
		Click.on(Find.in(add).text("OK").the(Button.class));
		Wait.until("the variable", add::isDisposed);
		Screenshot.screen("launch-tab-Environment");
	}

	private static int word(GuestUnderTest guest, int physical) {
		byte[] bytes = guest.answer(guest.session().port().readMemory(AddressSpace.PHYSICAL, physical, 2)).data();
		return bytes[0] & 0xFF | (bytes[1] & 0xFF) << 8;
	}

	private static String text(GuestUnderTest guest, int physical) {
		return new String(guest.answer(guest.session().port().readMemory(AddressSpace.PHYSICAL, physical, 2)).data());
	}

	@Test
	void revertAndDuplicate() throws CoreException {
		LaunchDialog dialog = LaunchDialog.open();
		dialog.create("First");
		dialog.select("Machine");
		dialog.type(LaunchAttributes.MEMORY, "33");
		dialog.save();
		dialog.type(LaunchAttributes.MEMORY, "44");
		assertTrue(dialog.enabled("Revert"));
		dialog.press("Revert");
		Wait.until("the saved value", () -> dialog.shown(LaunchAttributes.MEMORY).equals("33"));
		dialog.pressTool("Duplicate");
		Wait.until("the copy", () -> dialog.name().equals("First (1)"));
		dialog.select("Machine");
		assertEquals("33", dialog.shown(LaunchAttributes.MEMORY));
		dialog.type(LaunchAttributes.MEMORY, "55");
		dialog.save();
		assertEquals(33, LaunchDialog.configuration("First").getAttribute(LaunchAttributes.MEMORY, 0));
		assertEquals(55, LaunchDialog.configuration("First (1)").getAttribute(LaunchAttributes.MEMORY, 0));
		dialog.close();
	}
}
