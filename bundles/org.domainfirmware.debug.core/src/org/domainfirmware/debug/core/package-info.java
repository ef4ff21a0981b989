/**
 * The Eclipse debug model of a PC guest. It talks to the guest through the debug port of the emulator only.
 */
package org.domainfirmware.debug.core;
