package org.domainfirmware.emulator.machine;

import org.domainfirmware.emulator.device.misc.DebugConsole;
import org.domainfirmware.emulator.device.misc.PostPort;
import org.domainfirmware.emulator.device.rtc.Rtc;

/** What the board shows to a technician. */
public record Indicators(DebugConsole debugConsole, PostPort post, Rtc rtc) { }
