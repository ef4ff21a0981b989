/**
 * Labels, pictures and editors of the debug model's elements.
 */
package org.domainfirmware.debug.ui.presentation;
