package org.domainfirmware.emulator.debug;

import java.util.Arrays;

import org.domainfirmware.emulator.cpu.TransferHook;

/** Several hooks in the place of one. Hooks come and go in the guest's thread; one that is not in the chain costs nothing. */
public final class HookChain implements TransferHook {
    private TransferHook[] hooks;

    public HookChain(TransferHook... hooks) {
        this.hooks = hooks.clone();
    }

    /** Appends a hook. */
    void add(TransferHook hook) {
        hooks = Arrays.copyOf(hooks, hooks.length + 1);
        hooks[hooks.length - 1] = hook;
    }

    /** Takes a hook out; one that is not there is no matter. */
    void remove(TransferHook hook) {
        hooks = Arrays.stream(hooks).filter(h -> h != hook).toArray(TransferHook[]::new);
    }

    /** How many there are. */
    int size() {
        return hooks.length;
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
