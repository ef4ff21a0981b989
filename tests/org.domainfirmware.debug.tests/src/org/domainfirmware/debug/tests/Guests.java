package org.domainfirmware.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.core.model.GuestProcess;
import org.domainfirmware.debug.core.model.GuestThread;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IBreakpoint;

/** Our firmware built once, a project over its sources, and guests launched as a user would. */
final class Guests implements AutoCloseable {
    private static final long PATIENCE = 60;
    private static final int FLOPPY = 1474560;

    private static Path firmware;

    final IProject project;
    private final ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
    private final BlockingQueue<DebugEvent> suspends = new LinkedBlockingQueue<>();
    private final IDebugEventSetListener listener = events -> Arrays.stream(events)
            .filter(e -> e.getKind() == DebugEvent.SUSPEND && e.getSource() instanceof GuestThread).forEach(suspends::add);

    Guests() throws Exception {
        build();
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("guests");
        project.create(null);
        project.open(null);
        IFolder sources = project.getFolder("sources");
        sources.createLink(org.eclipse.core.runtime.Path.fromOSString(root().resolve("firmware-src").toString()), 0, null);
        DebugPlugin.getDefault().addDebugEventListener(listener);
    }

    static Path root() {
        return Path.of(System.getProperty("dfw.root"));
    }

    private static synchronized void build() throws IOException, InterruptedException {
        if (firmware != null) {
            return;
        }
        Path out = Files.createTempDirectory("debug-tests-firmware");
        Process make = new ProcessBuilder("make", "-s", "-C", root().resolve("firmware-src").toString(), "OUT=" + out)
                .redirectErrorStream(true).start();
        String output = new String(make.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, make.waitFor(), output);
        firmware = out;
    }

    static Path firmware() {
        return firmware;
    }

    IFile source(String path) {
        return project.getFile("sources/" + path);
    }

    /** Number of the first line with a text. */
    int line(String path, String text) throws IOException {
        String all = Files.readString(root().resolve("firmware-src").resolve(path));
        int at = all.indexOf(text);
        assertNotNull(at < 0 ? null : all, path + " has no '" + text + "'");
        return (int) all.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }

    /** A floppy whose boot sector is the code. */
    static Path floppy(Path folder, int... code) throws IOException {
        byte[] image = new byte[FLOPPY];
        for (int i = 0; i < code.length; i++) {
            image[i] = (byte) code[i];
        }
        image[510] = 0x55;
        image[511] = (byte) 0xAA;
        return Files.write(folder.resolve("floppy.img"), image);
    }

    ILaunchConfigurationWorkingCopy configuration(String name) throws Exception {
        ILaunchConfigurationWorkingCopy c = manager.getLaunchConfigurationType(DebugCore.LAUNCH_TYPE)
                .newInstance(null, manager.generateLaunchConfigurationName(name));
        c.setAttribute(LaunchAttributes.ROMBIOS, firmware.resolve("rombios.rom").toString());
        c.setAttribute(LaunchAttributes.VGABIOS, firmware.resolve("vgabios.rom").toString());
        c.setAttribute(LaunchAttributes.MEMORY, 16);
        c.setAttribute(LaunchAttributes.REAL_TIME, false);
        c.setAttribute(LaunchAttributes.PROJECT, project.getName());
        return c;
    }

    GuestDebugTarget debug(ILaunchConfigurationWorkingCopy c) throws Exception {
        suspends.clear();
        ILaunch launch = c.launch(ILaunchManager.DEBUG_MODE, null, false, true);
        return (GuestDebugTarget) launch.getDebugTarget();
    }

    GuestDebugTarget debug(String name, Map<String, Object> attributes) throws Exception {
        ILaunchConfigurationWorkingCopy c = configuration(name);
        attributes.forEach(c::setAttribute);
        return debug(c);
    }

    DebugEvent awaitSuspend() throws InterruptedException {
        DebugEvent e = suspends.poll(PATIENCE, TimeUnit.SECONDS);
        assertNotNull(e, "the guest did not stop");
        return e;
    }

    DebugEvent after(Runnable action) throws InterruptedException {
        suspends.clear();
        action.run();
        return awaitSuspend();
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertNotNull(System.nanoTime() < end ? what : null, what);
            Thread.sleep(5);
        }
    }

    /** Waits until the platform has told of changed markers: it does so after the automatic build. */
    static void settle() throws InterruptedException {
        Thread.sleep(300);
        org.eclipse.core.runtime.jobs.Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
    }

    static String messages(GuestDebugTarget target) {
        GuestProcess messages = target.session().processes().stream().filter(p -> p.channel().isEmpty()).findFirst().orElseThrow();
        return messages.getOutputStreamMonitor().getContents();
    }

    @Override
    public void close() throws Exception {
        for (ILaunch launch : manager.getLaunches()) {
            launch.terminate();
            await("the launch ends", launch::isTerminated);
            manager.removeLaunch(launch);
        }
        IBreakpoint[] all = DebugPlugin.getDefault().getBreakpointManager().getBreakpoints();
        DebugPlugin.getDefault().getBreakpointManager().removeBreakpoints(all, true);
        DebugPlugin.getDefault().removeDebugEventListener(listener);
        project.getFolder("sources").delete(IResource.NONE, null);
        project.delete(true, true, null);
    }
}
