package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.ui.driver.Screenshot;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong in the tabs of a PC Guest is said in one message, and nothing can be started until it is right. */
@ExtendWith(FirmwareWorkbench.class)
class LaunchValidationTest {
	private static final int FLOPPY = 1474560;

	@TempDir
	Path folder;
	private IProject project;
	private LaunchDialog dialog;

	@BeforeEach
	void newConfiguration() throws CoreException {
		project = SampleFirmware.built();
		LaunchDialog.removeConfigurations();
		dialog = LaunchDialog.open();
		dialog.create("Wrong");
		dialog.select("Firmware");
		dialog.pick(LaunchAttributes.PROJECT, project.getName());
		dialog.saysNothing();
	}

	@AfterEach
	void cleanUp() throws CoreException {
		dialog.close();
		LaunchDialog.removeConfigurations();
	}

	/** Types something wrong, reads what the dialog says, and makes it right again. */
	private void wrong(String attribute, String value, String message) {
		String before = dialog.shown(attribute);
		dialog.type(attribute, value);
		dialog.says(message);
		dialog.type(attribute, before);
		dialog.saysNothing();
	}

	private String file(String name, byte[] content) throws IOException {
		return Files.write(folder.resolve(name), content).toString();
	}

	private byte[] optionRom() throws IOException {
		return Files.readAllBytes(SampleFirmware.rom(project, "optionrom.rom").getLocation().toPath());
	}

	@Test
	void roms() throws IOException {
		String missing = folder.resolve("missing.rom").toString();
		wrong(LaunchAttributes.ROMBIOS, missing, "System ROM: the file " + missing + " does not exist; correct its name or leave it out");
		wrong(LaunchAttributes.ROMBIOS, folder.toString(), "System ROM: " + folder + " is a folder; name a file in it");
		wrong(LaunchAttributes.ROMBIOS, file("empty.rom", new byte[0]), "empty.rom is empty; build or copy it again");
		wrong(LaunchAttributes.ROMBIOS, file("odd.rom", new byte[70_000]), "64, 128, 192 or 256 KiB, not 70000 bytes");
		wrong(LaunchAttributes.ROMBIOS, "${workspace_loc:/nowhere/x.rom}", "System ROM: '${workspace_loc:/nowhere/x.rom}' cannot be expanded");
		wrong(LaunchAttributes.VGABIOS, missing, "VGA ROM: the file " + missing + " does not exist");
		wrong(LaunchAttributes.VGABIOS, file("big.rom", new byte[65537]), "has 65537 bytes; 1 to 65536 are possible");
		byte[] rom = optionRom();
		String good = file("good.rom", rom);
		rom[100]++;
		wrong(LaunchAttributes.VGABIOS, file("sum.rom", rom), "sum.rom: The bytes add up to 01h instead of 0: a BIOS will not run this ROM");
		wrong(LaunchAttributes.OPTION_ROMS, folder.resolve("sum.rom").toString(), "Option ROM: " + folder.resolve("sum.rom") + ": The bytes add up");
		wrong(LaunchAttributes.OPTION_ROMS, file("huge.rom", new byte[(128 << 10) + 1]), "1 to 131072 are possible");
		wrong(LaunchAttributes.OPTION_ROMS, good + "@zz", "Option ROM: 'zz' is not a hexadecimal address; write FILE@C8000");
		wrong(LaunchAttributes.OPTION_ROMS, good + "@C8400", "an option ROM cannot be at C8400h: use a multiple of 800h from C0000h to EF800h");
		wrong(LaunchAttributes.OPTION_ROMS, good + "@C0000", "overlaps the VGA ROM");
		wrong(LaunchAttributes.OPTION_ROMS, good + "@CA000\n" + good + "@CA800", "overlaps the option ROM at CA000h");
		wrong(LaunchAttributes.SYMBOL_FILES, missing, "Symbols: the file " + missing + " does not exist");
		dialog.type(LaunchAttributes.OPTION_ROMS, good + "@D0000");
		dialog.saysNothing();
		dialog.select("Machine");
		dialog.pick(LaunchAttributes.REAL_MODE, "Assisted: a domain, by its VM86 monitor");
		dialog.says("[Firmware]: the option ROM at D0000h");
		dialog.select("Firmware");
		dialog.says("a domain has its VM86 monitor at D0000h to DFFFFh; give the ROM another address");
		Screenshot.screen("launch-wrong-option-rom");
		dialog.type(LaunchAttributes.OPTION_ROMS, good + "@E0000");
		dialog.saysNothing();
	}

	@Test
	void machine() {
		dialog.select("Machine");
		for (String memory : new String[] {"0", "-1", "2048", "64M", "much", "", "99999999999"})
			wrong(LaunchAttributes.MEMORY, memory, "Memory, MiB: '" + memory + "' is no number from 1 to 2047");
		for (String time : new String[] {"noon", "2000-01-01", "2000-02-30T00:00:00"})
			wrong(LaunchAttributes.RTC, time, "the clock's start '" + time + "' is no date and time; write it as 2000-01-31T23:59:00");
		wrong(LaunchAttributes.RTC, "1979-12-31T23:59:59", "it knows the years 1980 to 2099");
		wrong(LaunchAttributes.INSTRUCTION_PERIOD, "0", "An instruction takes, ns: '0' is no number from 1 to 10000");
		dialog.type(LaunchAttributes.MEMORY, "many");
		assertFalse(dialog.enabled("Apply"), "no number to save");
		dialog.type(LaunchAttributes.MEMORY, "64");
		dialog.pick(LaunchAttributes.REAL_MODE, "Assisted: a domain, by its VM86 monitor");
		wrong(LaunchAttributes.DOMAIN_LOADER, "/no/such.elf", "Domain loader: the file /no/such.elf does not exist");
	}

	@Test
	void drives() throws IOException {
		dialog.select("Drives");
		String missing = folder.resolve("missing.img").toString();
		String odd = file("odd.img", new byte[1000]);
		wrong(LaunchDialog.drive("fda"), missing, "Floppy A: the file " + missing + " does not exist");
		wrong(LaunchDialog.drive("fda"), folder.toString(), "Floppy A: " + folder + " is a folder");
		wrong(LaunchDialog.drive("fdb"), file("empty.img", new byte[0]), "is empty");
		wrong(LaunchDialog.drive("fdb"), odd, "1000 bytes are no floppy format; pad the image to 160 KiB");
		wrong(LaunchDialog.drive("hda"), odd, "1000 bytes are no whole number of 512-byte sectors");
		wrong(LaunchDialog.drive("cdrom"), odd, "1000 bytes are no whole number of 2048-byte sectors");
		wrong(LaunchAttributes.BOOT_ORDER, "a,b", "Boot order: there is no 'b'; write a (floppy), c (disk), d (CD-ROM)");
		String disk = file("disk.img", new byte[FLOPPY]);
		dialog.type(LaunchDialog.drive("hda"), disk);
		dialog.type(LaunchDialog.drive("hdb"), disk);
		dialog.saysNothing();
		dialog.tick(LaunchAttributes.writeThrough("hdb"), true);
		dialog.says("is in two drives (hda and hdb) and the guest's writes change it; give one of them a copy");
		Screenshot.screen("launch-wrong-drives");
		dialog.tick(LaunchAttributes.writeThrough("hdb"), false);
		dialog.saysNothing();
	}

	@Test
	void outputAndStop() {
		dialog.select("Console");
		String nowhere = folder.resolve("none/com1.txt").toString();
		wrong(LaunchAttributes.serialFile(0), nowhere, "File of COM1: there is no folder " + folder.resolve("none") + "; make it");
		wrong(LaunchAttributes.serialFile(1), folder.toString(), "File of COM2: " + folder + " is a folder; name a file in it");
		dialog.select("Debugger");
		dialog.pick(LaunchAttributes.STOP_AT, "at a symbol or address:");
		dialog.says("Stop first: name the symbol or address to stop at");
		dialog.type(LaunchAttributes.STOP_SYMBOL, "post_main");
		dialog.saysNothing();
		wrong(LaunchAttributes.STOP_SYMBOL, "post_mian", "Stop first: there is no symbol 'post_mian' in the firmware");
		Screenshot.screen("launch-stop");
		dialog.type(LaunchAttributes.STOP_SYMBOL, "F000:E05B");
		dialog.saysNothing();
	}

	@Test
	void aProjectThatIsGoneIsNamedAndNotForgotten() throws CoreException {
		dialog.close();
		IProject closed = ResourcesPlugin.getWorkspace().getRoot().getProject("closed");
		closed.create(null);
		try {
			for (String name : new String[] {"closed", "deleted"}) {
				ILaunchConfigurationWorkingCopy configuration = LaunchDialog.manager().getLaunchConfigurationType(DebugCore.LAUNCH_TYPE)
						.newInstance(null, "Of " + name);
				configuration.setAttribute(LaunchAttributes.PROJECT, name);
				configuration.doSave();
				dialog = LaunchDialog.open();
				dialog.choose("Of " + name);
				dialog.says("Project: there is no open project '" + name + "'; open it, or choose another in the Firmware tab");
				dialog.select("Firmware");
				assertEquals(name + " (not there)", dialog.shown(LaunchAttributes.PROJECT));
				Screenshot.screen("launch-project-" + name);
				dialog.pick(LaunchAttributes.PROJECT, project.getName());
				dialog.saysNothing();
				dialog.close();
				assertEquals(name, LaunchDialog.configuration("Of " + name).getAttribute(LaunchAttributes.PROJECT, ""));
			}
		} finally {
			closed.delete(true, true, null);
		}
	}
}
