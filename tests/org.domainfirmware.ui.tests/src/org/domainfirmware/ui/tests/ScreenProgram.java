package org.domainfirmware.ui.tests;

import java.io.IOException;
import java.nio.file.Path;

import org.domainfirmware.debug.ui.vga.VgaDisplayView;
import org.domainfirmware.ui.driver.Devices;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Canvas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A guest that runs tests/programs/views/screen.asm in front of the VGA Display, with a real keyboard and mouse. */
@ExtendWith(FirmwareWorkbench.class)
abstract class ScreenProgram {
	final Devices devices = new Devices();
	@TempDir
	Path folder;
	ViewsGuest guest;
	VgaDisplayView view;
	Canvas canvas;

	@BeforeEach
	void start() throws CoreException, IOException {
		guest = ViewsGuest.start(SampleFirmware.built(), folder, "screen");
		view = (VgaDisplayView) Windows.view(VgaDisplayView.ID);
		canvas = Find.in(Windows.main().getShell()).id("vgaDisplay.canvas").the(Canvas.class);
	}
}
