package org.domainfirmware.emulator.machine;

import java.nio.file.Path;

/**
 * An image in a drive.
 *
 * @param path the file
 * @param writeThrough true: the guest's writes change the file; false: they stay in an overlay in memory
 */
public record DriveImage(Path path, boolean writeThrough) { }
