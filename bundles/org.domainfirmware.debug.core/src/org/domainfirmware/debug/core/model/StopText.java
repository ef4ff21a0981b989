package org.domainfirmware.debug.core.model;

import org.domainfirmware.emulator.debug.StopReason;

/** Why a guest stands, in words. */
final class StopText {
    private StopText() {
    }

    static String of(StopReason reason) {
        if (reason instanceof StopReason.TripleFault t) {
            return "triple fault: " + t.detail();
        }
        if (reason instanceof StopReason.DomainStopped d) {
            return "the hypervisor stopped the domain: " + d.why();
        }
        if (reason instanceof StopReason.Faulted f) {
            return f.report();
        }
        if (reason instanceof StopReason.PoweredOff) {
            return "the guest switched itself off";
        }
        if (reason instanceof StopReason.AtReset) {
            return "at reset";
        }
        if (reason instanceof StopReason.AtBreakpoints) {
            return "at a breakpoint";
        }
        return reason instanceof StopReason.StepEnd ? "step" : "suspended";
    }
}
