package org.domainfirmware.debug.core.model;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.domainfirmware.debug.core.DebugCore;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.debug.core.model.IStreamsProxy;

/** A console of a guest: a serial port, the debug console, or messages. What is typed into a serial one goes to the guest. */
public final class GuestProcess extends PlatformObject implements IProcess, IStreamsProxy {
    private static final String SERIAL = "serial";

    private final GuestSession session;
    private final String channel;
    private final String label;
    private final Map<String, String> attributes = new ConcurrentHashMap<>();
    private final ChannelMonitor output = new ChannelMonitor();
    private final ChannelMonitor errors = new ChannelMonitor();
    private volatile boolean ended;

    GuestProcess(GuestSession session, String channel, String label) {
        this.session = session;
        this.channel = channel;
        this.label = label;
        attributes.put(IProcess.ATTR_PROCESS_TYPE, DebugCore.PROCESS_TYPE);
        // The title of its console; without it all consoles of a guest have the name of the launch.
        attributes.put(IProcess.ATTR_PROCESS_LABEL, getLabel());
        fire(DebugEvent.CREATE);
    }

    public GuestSession session() {
        return session;
    }

    /** "serial0" to "serial3", "debugcon", or "" for messages. */
    public String channel() {
        return channel;
    }

    void output(byte[] bytes) {
        output.append(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    void ended() {
        ended = true;
        fire(DebugEvent.TERMINATE);
    }

    private void fire(int kind) {
        DebugPlugin plugin = DebugPlugin.getDefault();
        if (plugin != null) {
            plugin.fireDebugEventSet(new DebugEvent[] {new DebugEvent(this, kind)});
        }
    }

    /** The end of a line is what the Enter key of a terminal sends, a carriage return (13). */
    @Override
    public void write(String input) {
        if (channel.startsWith(SERIAL) && !ended) {
            byte[] bytes = input.replaceAll("\\r?\\n", "\r").getBytes(StandardCharsets.ISO_8859_1);
            session.port().serialInput(channel.charAt(SERIAL.length()) - '0', bytes);
        }
    }

    @Override
    public IStreamMonitor getErrorStreamMonitor() {
        return errors;
    }

    @Override
    public IStreamMonitor getOutputStreamMonitor() {
        return output;
    }

    @Override
    public IStreamsProxy getStreamsProxy() {
        return this;
    }

    @Override
    public String getLabel() {
        return session.name() + ": " + label;
    }

    @Override
    public ILaunch getLaunch() {
        return session.launch();
    }

    @Override
    public void setAttribute(String key, String value) {
        if (value == null) {
            attributes.remove(key);
        } else {
            attributes.put(key, value);
        }
    }

    @Override
    public String getAttribute(String key) {
        return attributes.get(key);
    }

    @Override
    public int getExitValue() throws DebugException {
        if (!ended) {
            throw new DebugException(DebugCore.error(getLabel() + " has not ended"));
        }
        return 0;
    }

    @Override
    public boolean canTerminate() {
        return !ended;
    }

    @Override
    public boolean isTerminated() {
        return ended;
    }

    @Override
    public void terminate() {
        session.terminate();
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == GuestSession.class) {
            return type.cast(session);
        }
        if (type == IProcess.class) {
            return type.cast(this);
        }
        if (type == ILaunch.class) {
            return type.cast(session.launch());
        }
        return super.getAdapter(type);
    }
}
