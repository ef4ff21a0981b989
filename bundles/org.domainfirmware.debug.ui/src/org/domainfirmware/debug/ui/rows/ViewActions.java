package org.domainfirmware.debug.ui.rows;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.domainfirmware.debug.ui.Icons;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IMenuManager;

/** Makes actions of tool bars and menus. */
public final class ViewActions {
    private ViewActions() {
    }

    /** A button. */
    public static Action push(String text, String icon, Runnable run) {
        Action action = new Action(text, IAction.AS_PUSH_BUTTON) {
            @Override
            public void run() {
                run.run();
            }
        };
        return dress(action, text, icon);
    }

    /** A button that stays pressed. */
    public static Action check(String text, String icon, Consumer<Boolean> run) {
        Action action = new Action(text, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                run.accept(isChecked());
            }
        };
        return dress(action, text, icon);
    }

    /** One of several choices of a menu. */
    public static Action choice(String text, Runnable run) {
        return new Action(text, IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                if (isChecked()) {
                    run.run();
                }
            }
        };
    }

    /** Adds an entry to a context menu; it can be chosen when the condition holds as the menu opens. */
    public static void add(IMenuManager menu, Action action, BooleanSupplier when) {
        menu.add(action);
        menu.addMenuListener(opening -> action.setEnabled(when.getAsBoolean()));
    }

    /** An entry of a context menu that is there only when the condition holds as the menu opens. */
    public static IContributionItem onlyWhen(Action action, BooleanSupplier when) {
        return new ActionContributionItem(action) {
            @Override
            public boolean isVisible() {
                return when.getAsBoolean();
            }

            @Override
            public boolean isDynamic() {
                return true;
            }
        };
    }

    private static Action dress(Action action, String text, String icon) {
        action.setToolTipText(text);
        action.setImageDescriptor(Icons.descriptor(icon));
        return action;
    }
}
