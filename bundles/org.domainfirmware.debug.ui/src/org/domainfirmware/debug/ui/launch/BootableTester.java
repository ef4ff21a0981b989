package org.domainfirmware.debug.ui.launch;

import org.eclipse.core.expressions.PropertyTester;

/** Property {@code bootable} of a resource: "PC Guest" can be chosen on it. */
public final class BootableTester extends PropertyTester {
    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        return LaunchSubject.of(receiver).isPresent();
    }
}
