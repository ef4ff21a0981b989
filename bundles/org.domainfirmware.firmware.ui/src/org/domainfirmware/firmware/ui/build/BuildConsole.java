package org.domainfirmware.firmware.ui.build;

import java.io.IOException;
import java.util.List;

import org.domainfirmware.firmware.core.BuildListener;
import org.domainfirmware.firmware.ui.FirmwareUi;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleManager;
import org.eclipse.ui.console.MessageConsole;
import org.eclipse.ui.console.MessageConsoleStream;

/** Shows the output of builds in a console "Firmware Build": the commands as they are run, what they print, how they ended. */
public final class BuildConsole implements BuildListener {
    static final String NAME = "Firmware Build";
    static final String TYPE = "org.domainfirmware.firmware.ui.buildConsole";
    private static final int LOW_WATER = 400_000;
    private static final int HIGH_WATER = 500_000;

    private MessageConsoleStream stream;

    @Override
    public void started(IProject project, List<String> command) {
        MessageConsole console = console();
        console.clearConsole();
        console.setAttribute(SourceLinks.PROJECT, project);
        close();
        stream = console.newMessageStream();
        stream.println("[" + project.getName() + "] " + String.join(" ", command));
    }

    @Override
    public void output(IProject project, String line) {
        if (stream != null) {
            stream.println(line);
        }
    }

    @Override
    public void ended(IProject project, boolean good, String summary) {
        output(project, "[" + project.getName() + "] " + summary);
        close();
    }

    private void close() {
        if (stream == null) {
            return;
        }
        try {
            stream.close();
        } catch (IOException e) {
            ILog.of(FirmwareUi.class).warn("The build console cannot be closed", e);
        }
        stream = null;
    }

    /** A person may have closed the console: then there is a new one. */
    private static MessageConsole console() {
        IConsoleManager manager = ConsolePlugin.getDefault().getConsoleManager();
        for (IConsole console : manager.getConsoles()) {
            if (TYPE.equals(console.getType()) && console instanceof MessageConsole found) {
                return found;
            }
        }
        MessageConsole console = new MessageConsole(NAME, TYPE, null, true);
        console.setWaterMarks(LOW_WATER, HIGH_WATER);
        manager.addConsoles(new IConsole[] { console });
        return console;
    }
}
