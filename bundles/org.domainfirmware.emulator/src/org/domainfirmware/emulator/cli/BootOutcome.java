package org.domainfirmware.emulator.cli;

/** How a run ended: the exit status and why, in words. */
record BootOutcome(int status, String reason) { }
