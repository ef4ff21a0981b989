package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.domainfirmware.debug.ui.views.DisassemblyView;
import org.domainfirmware.ui.driver.Screenshot;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The views' colours on the light and the dark theme. It comes last: until it is restarted a workbench keeps parts of a theme it had.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(FirmwareWorkbench.class)
class ThemeTest {
	/** WCAG 2.1, 1.4.3: text has a contrast of 4.5 to its background. */
	@Test
	void coloursCanBeReadOnLightAndDark() throws CoreException {
		IFile source = SampleFirmware.built().getFile("rombios/int13_floppy.c");
		GuestUnderTest.debugTo(GuestUnderTest.configuration("theme", Payloads.image("grub1.img")).doSave(), source,
				SampleFirmware.line(source, "if (r->al && r->cl)"));
		IThemeEngine themes = PlatformUI.getWorkbench().getService(IThemeEngine.class);
		assertEquals(List.of(), UiThread.call(ThemeTest::faint), "light");
		UiThread.run(() -> themes.setTheme("org.eclipse.e4.ui.css.theme.e4_dark", false));
		Wait.until("a dark background", () -> background() < 0.1);
		Tree code = ((DisassemblyView) Windows.view(DisassemblyView.ID)).tree().viewer().getTree();
		Wait.until("the next instruction in the colour of the theme", () -> Arrays.stream(code.getItems()).anyMatch(i ->
				i.getBackground(4).getRGB().equals(JFaceResources.getColorRegistry().getRGB("org.domainfirmware.debug.ui.current"))));
		Screenshot.screen("perspective-dark");
		assertEquals(List.of(), UiThread.call(ThemeTest::faint), "dark");
	}

	private static double background() {
		return luminance(UiThread.display().getSystemColor(SWT.COLOR_LIST_BACKGROUND).getRGB());
	}

	private static List<String> faint() {
		RGB back = UiThread.display().getSystemColor(SWT.COLOR_LIST_BACKGROUND).getRGB();
		RGB text = UiThread.display().getSystemColor(SWT.COLOR_LIST_FOREGROUND).getRGB();
		List<String> faint = new ArrayList<>();
		for (String name : JFaceResources.getColorRegistry().getKeySet()) {
			if (!name.startsWith("org.domainfirmware."))
				continue;
			RGB colour = JFaceResources.getColorRegistry().getRGB(name);
			double contrast = contrast(colour, name.endsWith(".current") ? text : back);
			if (contrast < 4.5)
				faint.add(name + " " + contrast);
		}
		return JFaceResources.getColorRegistry().hasValueFor("org.domainfirmware.debug.ui.current") ? faint : List.of("no colours");
	}

	private static double contrast(RGB a, RGB b) {
		double x = luminance(a) + 0.05;
		double y = luminance(b) + 0.05;
		return Math.max(x, y) / Math.min(x, y);
	}

	private static double luminance(RGB colour) {
		return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
	}

	private static double linear(int component) {
		double value = component / 255.0;
		return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}
}
