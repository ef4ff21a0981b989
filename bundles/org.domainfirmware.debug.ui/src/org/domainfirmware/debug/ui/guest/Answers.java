package org.domainfirmware.debug.ui.guest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.domainfirmware.emulator.debug.DebugException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;

/** Brings answers of a debug port, which come in its thread, into the UI thread. */
public final class Answers {
    private Answers() {
    }

    /** Gives the answer, or the reason why there is none, to a widget's code; nothing when the widget is gone by then. */
    public static <T> void show(Widget widget, CompletableFuture<T> answer, Consumer<T> use, Consumer<String> refused) {
        Display display = widget.getDisplay();
        answer.whenComplete((value, problem) -> {
            if (display.isDisposed()) {
                return;
            }
            display.asyncExec(() -> {
                if (widget.isDisposed()) {
                    return;
                }
                if (problem == null) {
                    use.accept(value);
                } else {
                    refused.accept(message(problem));
                }
            });
        });
    }

    /** The sentence for the user in an exception of a port's answer. */
    public static String message(Throwable problem) {
        Throwable cause = problem;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof DebugException && cause.getMessage() != null ? cause.getMessage() : cause.toString();
    }
}
