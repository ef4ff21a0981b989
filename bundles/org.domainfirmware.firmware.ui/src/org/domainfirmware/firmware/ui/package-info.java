/**
 * What a firmware author sees: wizards, the build console and trust ({@code build}), the source editor ({@code editor}), the ROM Layout
 * view ({@code layout}), preferences and properties ({@code preferences}).
 */
package org.domainfirmware.firmware.ui;
