/**
 * Views of the guest's state, a small class each; what they show is made by {@link org.domainfirmware.debug.ui.model}.
 */
package org.domainfirmware.debug.ui.views;
