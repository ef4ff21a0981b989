package org.domainfirmware.debug.ui.breakpoints;

import org.eclipse.core.expressions.PropertyTester;

/** Property {@code proposesBreakpoint} of a debug element: a breakpoint can be made of it. */
public final class ProposalTester extends PropertyTester {
    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        return BreakpointProposal.of(receiver).isPresent();
    }
}
