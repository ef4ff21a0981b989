package org.domainfirmware.firmware.core;

import java.util.List;

import org.domainfirmware.firmware.core.rom.RomPacking;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.osgi.service.prefs.BackingStoreException;

/**
 * How a project is built and what comes out. Stored in the project (.settings), so that it is shared with the sources. Defaults
 * are those of our own firmware.
 */
public final class ProjectSettings {
    private static final String BUILD = "build.command";
    private static final String CLEAN = "clean.command";
    private static final String OUTPUT = "output.folder";
    private static final String ROMS = "rom.images";
    private static final String ELFS = "elf.files";
    private static final String PAD = "pack.padTo";
    private static final String FILL = "pack.fill";
    private static final String HEADER = "pack.header";
    private static final String CHECKSUM = "pack.checksum";
    /** Values with several parts have one on each line. */
    private static final String SEPARATOR = "\n";

    private static final String DEFAULT_OUTPUT = "build/firmware";
    private static final List<String> DEFAULT_BUILD = List.of("make", "-k", "-Otarget", 
            "OUT=" + DEFAULT_OUTPUT, "SHOW_DIRECTORIES=1");
    private static final List<String> DEFAULT_CLEAN = List.of("make", "OUT=" + DEFAULT_OUTPUT, "clean");

    private final IEclipsePreferences node;

    private ProjectSettings(IEclipsePreferences node) {
        this.node = node;
    }

    public static ProjectSettings of(IProject project) {
        return new ProjectSettings(new ProjectScope(project).getNode(FirmwareCore.ID));
    }

    /** The program that builds and its arguments; run in the project's folder. Never empty. */
    public List<String> buildCommand() {
        return list(BUILD, DEFAULT_BUILD);
    }

    /** The program that removes what was built. Never empty. */
    public List<String> cleanCommand() {
        return list(CLEAN, DEFAULT_CLEAN);
    }

    /** Where the build writes, relative to the project; changes in it start no build. Empty when it writes among the sources. */
    public String outputFolder() {
        return node.get(OUTPUT, DEFAULT_OUTPUT);
    }

    /** ROM images relative to the project; a * stands for any characters but a slash. */
    public List<String> romImages() {
        return list(ROMS, List.of(outputPrefix() + "*.rom"));
    }

    /** Linked files with symbols relative to the project; a * stands for any characters but a slash. */
    public List<String> elfFiles() {
        return list(ELFS, List.of(outputPrefix() + "*.elf"));
    }

    private String outputPrefix() {
        return outputFolder().isEmpty() ? "" : outputFolder() + "/";
    }

    public void setBuildCommand(List<String> command) {
        node.put(BUILD, String.join(SEPARATOR, command));
    }

    public void setCleanCommand(List<String> command) {
        node.put(CLEAN, String.join(SEPARATOR, command));
    }

    public void setOutputFolder(String folder) {
        node.put(OUTPUT, folder);
    }

    public void setRomImages(List<String> patterns) {
        node.put(ROMS, String.join(SEPARATOR, patterns));
    }

    public void setElfFiles(List<String> patterns) {
        node.put(ELFS, String.join(SEPARATOR, patterns));
    }

    /** What is done to the images after a build; at first nothing, because our own firmware packs itself. */
    public RomPacking packing() {
        try {
            return new RomPacking(node.getInt(PAD, RomPacking.NONE.padTo()), node.getInt(FILL, RomPacking.NONE.fill()),
                    node.getBoolean(HEADER, false), node.getBoolean(CHECKSUM, false));
        } catch (IllegalArgumentException e) {
            // The file of the settings was edited by hand, to values that mean nothing.
            return RomPacking.NONE;
        }
    }

    public void setPacking(RomPacking packing) {
        node.putInt(PAD, packing.padTo());
        node.putInt(FILL, packing.fill());
        node.putBoolean(HEADER, packing.header());
        node.putBoolean(CHECKSUM, packing.checksum());
    }

    /** @throws CoreException when the project cannot be written */
    public void save() throws CoreException {
        try {
            node.flush();
        } catch (BackingStoreException e) {
            throw new CoreException(Status.error("The settings of the project cannot be written", e));
        }
    }

    private List<String> list(String key, List<String> otherwise) {
        List<String> value = node.get(key, "").lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
        return value.isEmpty() ? otherwise : value;
    }
}
