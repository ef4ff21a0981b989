package org.domainfirmware.debug.core.model;

import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.core.guest.Datum;
import org.domainfirmware.debug.core.guest.InspectionException;
import org.domainfirmware.debug.core.guest.Inspector;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IDebugElement;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IWatchExpressionDelegate;
import org.eclipse.debug.core.model.IWatchExpressionListener;
import org.eclipse.debug.core.model.IWatchExpressionResult;

/** Evaluates watch expressions in the selected frame, in the background. */
public final class GuestWatchExpressionDelegate implements IWatchExpressionDelegate {
    @Override
    public void evaluateExpression(String expression, IDebugElement context, IWatchExpressionListener listener) {
        CompletableFuture.runAsync(() -> listener.watchEvaluationFinished(evaluate(expression, context)));
    }

    private static IWatchExpressionResult evaluate(String expression, IDebugElement context) {
        GuestStackFrame frame = frame(context);
        if (frame == null) {
            return new Result(expression, null, new String[] {"the guest runs"});
        }
        try {
            Datum d = frame.expressions().evaluate(expression);
            Inspector inspector = frame.inspector();
            return new Result(expression, new GuestValue(frame, inspector, d, "watch/" + expression), new String[0]);
        } catch (InspectionException e) {
            return new Result(expression, null, new String[] {e.getMessage()});
        }
    }

    private static GuestStackFrame frame(IDebugElement context) {
        if (context instanceof GuestStackFrame f) {
            return f;
        }
        return context instanceof GuestElement e && e.guest() != null ? e.guest().thread().top() : null;
    }

    private record Result(String expression, IValue value, String[] errors) implements IWatchExpressionResult {
        @Override
        public IValue getValue() {
            return value;
        }

        @Override
        public boolean hasErrors() {
            return errors.length > 0;
        }

        @Override
        public String[] getErrorMessages() {
            return errors;
        }

        @Override
        public String getExpressionText() {
            return expression;
        }

        @Override
        public DebugException getException() {
            return null;
        }
    }
}
