/** Runs captured CPU tests (MOO files) and judges them. */
package org.domainfirmware.emulator.cli.conformance;
