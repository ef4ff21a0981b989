package org.domainfirmware.emulator.cli.bench;

import java.time.Duration;

/** What a benchmark's seconds are. */
public enum Stopwatch {
    /** Time that went by. */
    ELAPSED {
        @Override
        long nanos(ProcessHandle process) {
            return System.nanoTime();
        }
    },
    /** Processor time of the emulator's process, all its threads together: fair on a busy machine. In steps of some 10 ms. */
    PROCESSOR {
        @Override
        long nanos(ProcessHandle process) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
        }
    };

    /** Nanoseconds since some moment. */
    abstract long nanos(ProcessHandle process);
}
