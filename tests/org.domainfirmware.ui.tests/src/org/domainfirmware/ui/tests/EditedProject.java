package org.domainfirmware.ui.tests;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.ui.Places;
import org.domainfirmware.firmware.ui.editor.SourceEditor;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;

/** A project of a few small sources in all the languages, for tests of the editor. */
final class EditedProject {
	static final String C = "main.c";
	static final String GAS = "low.S";
	static final String NASM = "tool.asm";
	static final String AS86 = "old.s";

	private static final String MAKEFILE = """
			FLAGS = -m16 -g -O1 -ffreestanding -fno-pie -fno-stack-protector -fcf-protection=none -fno-asynchronous-unwind-tables
			out/demo.rom: out/demo.elf out/tool.rom
				objcopy -O binary -j .text --pad-to 0x100000 --gap-fill 0xff $< $@
			out/demo.elf: out/main.o out/low.o
				ld -m elf_i386 -z noexecstack -Ttext=0xf0000 -e start -o $@ $^
			out/tool.rom: tool.asm
				@mkdir -p out
				nasm -f bin -l out/tool.lst -o $@ $<
			out/%.o: %.c
				@mkdir -p out
				gcc $(FLAGS) -c -o $@ $<
			out/%.o: %.S
				@mkdir -p out
				gcc $(FLAGS) -c -o $@ $<
			clean:
				rm -rf out
			""";
	private static final String MAIN = """
			#define LIMIT 16
			/* what the ROM starts with */
			extern void asm_routine(int count);
			static const char greeting[] = "mov is no instruction here";

			int helper_add(int left, int right)
			{
			    int helper_result = left + right;
			    return helper_result; // the sum
			}

			static void send(unsigned char value)
			{
			    __asm__ volatile("movw %%ds, %%ax\\n\\toutb %0, $0x80" : : "a"(value) : "memory");
			}

			void start_c(void)
			{
			    int i;
			    for (i = 0; i < LIMIT; i++) {
			        asm_routine(helper_add(i, greeting[i]));
			    }
			    send(0x80);
			}
			""";
	private static final String LOW = """
			#include "board.h"
			    .code16
			    .text
			    .globl start, asm_routine
			start:
			    cli                     # no interrupts yet
			    movw $0x1000, %sp
			    calll start_c
			halted:
			    hlt
			    jmp halted
			asm_routine:
			    movl 4(%esp), %eax
			    testl %eax, %eax
			    jz 1f
			    outb %al, $0x80
			1:  retl
			int_13_handler:
			    iret
			""";
	private static final String TOOL = """
			; an option ROM
			bits 16
			org 0
			    db 0x55, 0xaa, 1
			    jmp near init
			message: db 'hello', 0
			init:
			    mov ax, 0x0e41
			    int 0x10
			    retf
			times 512 - ($ - $$) db 0
			""";
	private static final String OLD = """
			! of Bruce's assembler
			entry begin
			.text
			begin:  mov ax,#5
			        out dx,al
			        ret
			text:   .ascii "mov"
			""";

	private final IProject project;

	/** Makes the project and builds it. */
	EditedProject(String name) {
		project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
		Wait.work(monitor -> {
			project.create(monitor);
			project.open(monitor);
			FirmwareProject firmware = FirmwareProject.of(project);
			firmware.settings().setBuildCommand(List.of("make"));
			firmware.settings().setCleanCommand(List.of("make", "clean"));
			firmware.settings().setOutputFolder("out");
			firmware.settings().save();
			firmware.setTrusted(true);
			write("Makefile", MAKEFILE);
			write("board.h", "/* ports of the board */\n");
			write(C, MAIN);
			write(GAS, LOW);
			write(NASM, TOOL);
			write(AS86, OLD);
			firmware.addNature(monitor);
			project.build(IncrementalProjectBuilder.FULL_BUILD, monitor);
		});
		Wait.until("the ROMs", Duration.ofSeconds(60), () -> project.getFile("out/demo.rom").exists() && project.getFile("out/tool.rom").exists());
	}

	IProject project() {
		return project;
	}

	IFile file(String path) {
		return project.getFile(path);
	}

	void write(String path, String text) {
		Wait.work(monitor -> {
			InputStream content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
			if (file(path).exists())
				file(path).setContents(content, true, false, monitor);
			else
				file(path).create(content, true, monitor);
		});
	}

	/** Opens a file anew, without changes, and waits until its declarations were read. */
	SourceEditor open(String path) {
		UiThread.run(() -> Windows.page().closeAllEditors(false));
		UiThread.run(() -> Places.open(Windows.page(), file(path), 0));
		SourceEditor editor = active(path);
		Wait.until("the declarations of " + path, () -> !editor.declarations().isEmpty());
		return editor;
	}

	/** Waits until a file's editor is in front. */
	SourceEditor active(String path) {
		return Wait.value("an editor for " + path, () -> Windows.page().getActiveEditor() instanceof SourceEditor e
				&& file(path).equals(e.file()) ? e : null);
	}

	static StyledText widget(SourceEditor editor) {
		return (StyledText) UiThread.call(() -> editor.getAdapter(Control.class));
	}

	/** Where a text is in the editor; the nth, from 1. */
	static int find(SourceEditor editor, String text, int nth) {
		String all = UiThread.call(() -> editor.getDocumentProvider().getDocument(editor.getEditorInput()).get());
		int at = -1;
		for (int i = 0; i < nth; i++)
			at = all.indexOf(text, at + 1);
		if (at < 0)
			throw new AssertionError("the editor has no '" + text + "' number " + nth);
		return at;
	}

	void delete() {
		UiThread.run(() -> Windows.page().closeAllEditors(false));
		Wait.work(monitor -> project.delete(true, true, monitor));
	}
}
