package org.domainfirmware.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.domainfirmware.ui.driver.Click;
import org.domainfirmware.ui.driver.Find;
import org.domainfirmware.ui.driver.UiThread;
import org.domainfirmware.ui.driver.Wait;
import org.domainfirmware.ui.driver.Windows;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A text of the firmware's is shown as its source has it. */
@ExtendWith(FirmwareWorkbench.class)
class StringVariableTest {
	/** The LOG macro makes a local array of its argument and a line end. */
	private static final String LINE = "LOG(\"ROMBIOS: power-on self test\");";
	private static final String VALUE = "\"ROMBIOS: power-on self test\\n\"";
	private static final int[] FOREVER = { 0xEB, 0xFE };

	@TempDir
	Path folder;

	@Test
	void itsEscapesAreNotEscapedAgain() throws CoreException {
		IFile source = SampleFirmware.built().getFile("rombios/post.c");
		Windows.view(IDebugUIConstants.ID_VARIABLE_VIEW);
		GuestUnderTest.debugTo(GuestUnderTest.configuration("text", BootFloppy.with(folder, "text.img", FOREVER)).doSave(), source,
				SampleFirmware.line(source, LINE));
		TreeItem text = Find.in(Windows.main().getShell()).where("the text's variable", w -> w instanceof TreeItem item
				&& item.getParent() instanceof Tree && item.getText(0).equals("format_")).the(TreeItem.class);
		Wait.until("its value", () -> text.getText(1).endsWith("\""));
		assertEquals(VALUE, UiThread.call(() -> text.getText(1)));
		Click.select(text);
		Find.in(Windows.main().getShell()).where("the details " + VALUE, w -> w instanceof StyledText details
				&& details.getText().equals(VALUE)).the(StyledText.class);
	}
}
