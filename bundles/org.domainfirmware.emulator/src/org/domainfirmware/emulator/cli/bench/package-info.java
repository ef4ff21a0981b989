/** The benchmark table: guest programs timed here and on other emulators. */
package org.domainfirmware.emulator.cli.bench;
