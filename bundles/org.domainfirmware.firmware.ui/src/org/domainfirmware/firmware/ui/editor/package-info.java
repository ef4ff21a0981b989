/** The editor of C and assembly sources. */
package org.domainfirmware.firmware.ui.editor;
