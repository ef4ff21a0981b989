package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.ui.driver.Keys;
import org.domainfirmware.ui.driver.Menus;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.IConsoleView;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.part.PageBookView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The guest's serial ports and debug console in the Console view, both ways. */
@ExtendWith(FirmwareWorkbench.class)
class SerialConsoleTest {
	private static final Duration OUTPUT = Duration.ofSeconds(60);
	/**
	 * Sends back what comes in: on COM1 in brackets, the same byte on COM2; what comes in on COM2 in parentheses. Carriage returns become
	 * new lines. An exclamation mark on COM1 makes it write 16 times 64 KiB to the debug console, and END.
	 */
	private static final String ECHO = """
			org 7C00h
			bits 16
			    xor ax, ax
			    mov ds, ax
			    mov ax, 2000h
			    mov es, ax
			    xor di, di
			line:
			    mov al, '.'
			    mov cx, 63
			    rep stosb
			    mov al, 10
			    stosb
			    test di, di
			    jnz line
			poll:
			    mov dx, 3FDh
			    in al, dx
			    test al, 1
			    jnz com1
			    mov dx, 2FDh
			    in al, dx
			    test al, 1
			    jz poll
			    mov dx, 2F8h
			    in al, dx
			    mov bx, '()'          ; BL opens, BH closes
			    call echo
			    jmp poll
			com1:
			    mov dx, 3F8h
			    in al, dx
			    cmp al, '!'
			    je flood
			    push ax
			    mov bx, '[]'
			    call echo
			    pop ax
			    mov dx, 2F8h
			    call send
			    jmp poll
			echo:
			    cmp al, 13
			    je newline
			    push ax
			    mov al, bl
			    call send
			    pop ax
			    call send
			    mov al, bh
			    jmp send
			newline:
			    mov al, 10
			send:                      ; AL to the port in DX
			    push ax
			    add dx, 5
			busy:
			    in al, dx
			    test al, 20h
			    jz busy
			    sub dx, 5
			    pop ax
			    out dx, al
			    ret
			flood:
			    push ds
			    mov ax, 2000h
			    mov ds, ax
			    mov dx, 0E9h
			    mov bp, 16
			block:
			    xor si, si
			    mov cx, 8000h
			    rep outsb
			    mov cx, 8000h
			    rep outsb
			    dec bp
			    jnz block
			    pop ds
			    mov si, end
			    mov cx, 4
			    rep outsb
			    jmp poll
			end: db "END", 10
			""";

	@TempDir
	Path folder;

	@AfterEach
	void noConfigurations() throws CoreException {
		LaunchDialog.removeConfigurations();
	}

	private GuestUnderTest echo(String name) throws CoreException {
		Path floppy = BootFloppy.assembled(folder, name + ".img", ECHO);
		ILaunchConfigurationWorkingCopy configuration = GuestUnderTest.configuration(name, floppy);
		configuration.setAttribute(LaunchAttributes.serialConsole(1), true);
		configuration.setAttribute(LaunchAttributes.REAL_TIME, false);
		configuration.setAttribute(LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_BOOT_SECTOR);
		GuestUnderTest guest = GuestUnderTest.debug(configuration.doSave());
		guest.waitUntilStopped();
		Menus.select("Run", "Resume");
		return guest;
	}

	private static TextConsole console(String label) {
		return Wait.value("the console of " + label, () -> (TextConsole) Arrays.stream(ConsolePlugin.getDefault().getConsoleManager().getConsoles())
				.filter(c -> c.getName().contains(label)).findFirst().orElse(null));
	}

	/** Brings a console to the front, as choosing it from the list of consoles does. */
	private static StyledText show(IConsole console) {
		PageBookView view = (PageBookView) Windows.view(IConsoleConstants.ID_CONSOLE_VIEW);
		return Wait.value("the page of " + console.getName(), () -> {
			// Again and again: the view has a console a moment later than the manager, and does nothing when told of one it has not.
			((IConsoleView) view).display(console);
			return ((IConsoleView) view).getConsole() == console && view.getCurrentPage().getControl() instanceof StyledText text ? text : null;
		});
	}

	private static String text(TextConsole console) {
		return UiThread.call(() -> console.getDocument().get());
	}

	private static void waitFor(TextConsole console, String text) {
		try {
			Wait.until("'" + text + "' in " + console.getName(), OUTPUT, () -> console.getDocument().get().contains(text));
		} catch (AssertionError e) {
			throw new AssertionError("the console holds: " + text(console), e);
		}
	}

	private static void type(TextConsole console, String keys) {
		StyledText page = show(console);
		UiThread.run(() -> page.setSelection(page.getCharCount()));
		Keys.type(page, keys);
	}

	@Test
	void keysTypedInItGoToThePortAndBack() throws CoreException {
		GuestUnderTest guest = echo("echo");
		TextConsole com1 = console("echo: COM1");
		TextConsole com2 = console("echo: COM2");
		type(com1, "Ab 1\n");
		waitFor(com1, "[A][b][ ][1]\n");
		waitFor(com2, "Ab 1");
		type(com2, "xy\n");
		waitFor(com2, "(x)(y)\n");
		show(com1);
		Screenshot.screen("console-serial");
		assertFalse(text(com1).contains("(x)"), "COM1 has nothing of COM2");
		waitFor(console("echo: debug console"), "power-on self test");
		assertFalse(com1.getName().contains("terminated"), com1.getName());
		guest.terminate();
		Wait.until("the end in the title", () -> com1.getName().startsWith("<terminated>"));
		Screenshot.screen("console-terminated");
	}

	@Test
	void aStopShowsTheConsoleThatWasWrittenToLast() throws CoreException {
		GuestUnderTest guest = echo("last");
		IConsoleView view = (IConsoleView) Windows.view(IConsoleConstants.ID_CONSOLE_VIEW);
		Wait.until("the debug console, which the firmware wrote to", () -> view.getConsole() == console("last: debug console"));
		TextConsole com2 = console("last: COM2");
		type(com2, "x\n");
		waitFor(com2, "(x)\n");
		show(console("last: messages"));
		Menus.select("Run", "Suspend");
		guest.waitUntilStopped();
		Wait.until("COM2 in front", () -> view.getConsole() == com2);
	}

	/**
	 * The platform makes the consoles of a launch side by side, each with the help of a provider of colours that notes which console it
	 * connects: with one for all of them, now and then one console was connected twice and another never.
	 */
	@Test
	void noConsoleIsConnectedInPlaceOfAnother() throws CoreException, ReflectiveOperationException {
		echo("side by side");
		Set<Object> providers = Collections.newSetFromMap(new IdentityHashMap<>());
		for (String label : List.of("messages", "COM1", "COM2", "debug console")) {
			TextConsole console = console("side by side: " + label);
			Field provider = console.getClass().getDeclaredField("fColorProvider");
			provider.setAccessible(true);
			providers.add(provider.get(console));
		}
		assertEquals(4, providers.size());
	}

	@Test
	void eachOfSeveralGuestsHasItsOwn() throws CoreException {
		GuestUnderTest first = echo("first");
		GuestUnderTest second = echo("second");
		TextConsole ofFirst = console("first: COM1");
		TextConsole ofSecond = console("second: COM1");
		type(ofSecond, "two\n");
		waitFor(ofSecond, "[t][w][o]");
		type(ofFirst, "one\n");
		waitFor(ofFirst, "[o][n][e]");
		assertFalse(text(ofFirst).contains("[t]"), "the first has nothing of the second");
		first.terminate();
		Wait.until("the end in the title", () -> ofFirst.getName().startsWith("<terminated>"));
		assertFalse(second.target().isTerminated());
		type(ofSecond, "on\n");
		waitFor(ofSecond, "[o][n]");
	}

	@Test
	void aMegabyteOfOutputLeavesItUsable() throws CoreException {
		echo("flood");
		TextConsole debug = console("flood: debug console");
		show(debug);
		TextConsole com1 = console("flood: COM1");
		type(com1, "!\n");
		waitFor(debug, "...\nEND\n");
		String kept = text(debug);
		assertTrue(kept.length() < 1 << 20, kept.length() + " characters are kept");
		StyledText page = show(debug);
		assertEquals(kept, UiThread.call(page::getText));
		Screenshot.screen("console-flooded");
		type(com1, "still\n");
		waitFor(com1, "[s][t][i][l][l]");
	}
}
