package org.domainfirmware.emulator.debug;

import org.domainfirmware.emulator.cpu.TransferHook;

/** Several hooks in the place of one. */
public final class HookChain implements TransferHook {
    private final TransferHook[] hooks;

    public HookChain(TransferHook... hooks) {
        this.hooks = hooks.clone();
    }

    @Override
    public void beforeInterrupt(int vector, Kind kind) {
        for (TransferHook hook : hooks) {
            hook.beforeInterrupt(vector, kind);
        }
    }

    @Override
    public void afterInterrupt() {
        for (TransferHook hook : hooks) {
            hook.afterInterrupt();
        }
    }

    @Override
    public void afterReturn() {
        for (TransferHook hook : hooks) {
            hook.afterReturn();
        }
    }

    @Override
    public void modeChanged(int before, int after) {
        for (TransferHook hook : hooks) {
            hook.modeChanged(before, after);
        }
    }

    @Override
    public void descriptorLoad(int segment) {
        for (TransferHook hook : hooks) {
            hook.descriptorLoad(segment);
        }
    }
}
