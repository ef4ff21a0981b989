/**
 * A small driver for tests that operate the workbench as a person does. Tests run in a thread of their own, never in the UI
 * thread, so that they can answer dialogs; every class here crosses to the UI thread by {@link org.domainfirmware.ui.driver.UiThread}.
 */
package org.domainfirmware.ui.driver;
