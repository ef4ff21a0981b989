package org.domainfirmware.firmware.ui.build;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.ui.Places;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.console.IPatternMatchListenerDelegate;
import org.eclipse.ui.console.PatternMatchEvent;
import org.eclipse.ui.console.TextConsole;

/** Makes file:line in the build console a link to the source. */
public final class SourceLinks implements IPatternMatchListenerDelegate {
    /** Attribute of the console: the project being built. */
    static final String PROJECT = "org.domainfirmware.firmware.ui.project";
    private static final Pattern PLACE = Pattern.compile("(.+?):(\\d{1,9}).*");

    private TextConsole console;

    @Override
    public void connect(TextConsole to) {
        console = to;
    }

    @Override
    public void disconnect() {
        console = null;
    }

    @Override
    public void matchFound(PatternMatchEvent event) {
        try {
            String text = console.getDocument().get(event.getOffset(), event.getLength());
            Matcher place = PLACE.matcher(text);
            if (place.matches() && console.getAttribute(PROJECT) instanceof IProject project && project.isAccessible()) {
                Optional<IFile> file = FirmwareProject.of(project).sourceFor(place.group(1));
                if (file.isPresent()) {
                    int line = Integer.parseInt(place.group(2));
                    console.addHyperlink(new Link(file.get(), line), event.getOffset(), event.getLength());
                }
            }
        } catch (BadLocationException e) {
            // The console was cleared by the next build before its links were made.
            return;
        }
    }

    private record Link(IFile file, int line) implements IHyperlink {
        @Override
        public void linkActivated() {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
            if (window != null && window.getActivePage() != null) {
                Places.open(window.getActivePage(), file, line);
            }
        }

        @Override
        public void linkEntered() {
            // Nothing to show beside the underline that the console draws.
        }

        @Override
        public void linkExited() {
            // As above.
        }
    }
}
