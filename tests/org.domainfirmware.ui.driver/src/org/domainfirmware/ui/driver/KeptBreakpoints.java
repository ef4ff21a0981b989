package org.domainfirmware.ui.driver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.breakpoints.Behaviour;
import org.domainfirmware.debug.core.breakpoints.GuestAddressBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestFunctionBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestInterruptBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestLineBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestModeBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestPortBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestWatchpoint;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/**
 * Whether breakpoints outlive the workbench: when the system property {@code dfw.breakpoints} names a file, it writes to it at the
 * start what each breakpoint is, and closes the workbench. With {@code dfw.makeBreakpoints} it makes one of every kind before.
 */
public class KeptBreakpoints implements IStartup {
	@Override
	public void earlyStartup() {
		String file = System.getProperty("dfw.breakpoints");
		if (file == null)
			return;
		try {
			Windows.closeWelcome();
			if (Boolean.getBoolean("dfw.makeBreakpoints"))
				make();
			Files.write(Path.of(file), descriptions());
		} catch (CoreException | IOException e) {
			throw new IllegalStateException(e);
		} finally {
			UiThread.post(() -> PlatformUI.getWorkbench().close());
		}
	}

	private static void make() throws CoreException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("kept");
		project.create(null);
		project.open(null);
		IFile source = project.getFile("kept.c");
		source.create(new ByteArrayInputStream("int kept(void)\n{\n\treturn 1;\n}\n".getBytes()), true, null);
		new GuestLineBreakpoint(source, 3).setBehaviour(new Behaviour("i == 3", 2, false, ""));
		new GuestFunctionBreakpoint("int13_disk", new Behaviour("", 0, true, "drive {r->dl}, \u00FCber alles {ax}"));
		new GuestAddressBreakpoint(GuestAddress.segment(0x7C0, 5), new Behaviour("ax == 0x4200 && [ds:si+2] != 0", 0, false, ""));
		new GuestAddressBreakpoint(GuestAddress.linear(0xFFFFFFF0)).setEnabled(false);
		new GuestAddressBreakpoint(GuestAddress.physical(0xF1234), new Behaviour("", Integer.MAX_VALUE, true, ""));
		new GuestWatchpoint("counter", GuestAddress.linear(0x9000), 2, false, true, new Behaviour("", 7, false, ""));
		new GuestPortBreakpoint(0x60, 5, true, false, new Behaviour("al == 0x1C", 0, false, "")).setEnabled(false);
		new GuestInterruptBreakpoint(0x13, OptionalInt.of(2), OptionalInt.empty(), new Behaviour("dl == 0x80", 1, true, "read"));
		new GuestInterruptBreakpoint(0x15, OptionalInt.empty(), OptionalInt.of(0xE820));
		new GuestModeBreakpoint(true, false, true, false, new Behaviour("", 9, false, ""));
	}

	private static List<String> descriptions() throws CoreException {
		List<String> all = new ArrayList<>();
		for (IBreakpoint breakpoint : DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(DebugCore.MODEL_ID))
			all.add(description((GuestBreakpoint) breakpoint));
		return all.stream().sorted().toList();
	}

	private static String description(GuestBreakpoint b) throws CoreException {
		String what = b.needsSymbols() ? "" : b.machineBreakpoint().toString();
		return String.join("\t", b.getClass().getSimpleName(), b.label(), what, "line " + b.getMarker().getAttribute(IMarker.LINE_NUMBER, 0),
				b.isEnabled() ? "enabled" : "disabled", "if " + b.condition(), "after " + b.ignoreCount(), b.isLog() ? "log" : "stop",
				b.logMessage());
	}
}
