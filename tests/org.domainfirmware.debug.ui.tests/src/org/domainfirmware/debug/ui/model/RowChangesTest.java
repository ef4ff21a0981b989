package org.domainfirmware.debug.ui.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as changed since the last stop. */
class RowChangesTest {
    private static final List<String> REGISTER = List.of("chip", "register");

    private final RowChanges changes = new RowChanges();

    private static List<Row> value(String value) {
        return List.of(Row.of("chip", "chip").with(List.of(Row.of("register", "register", value), Row.of("other", "other", "0"))));
    }

    private boolean changed() {
        return changes.changed(REGISTER, 1);
    }

    @Test
    void nothingAtTheFirstStop() {
        changes.stop(1, value("1"));
        assertFalse(changed());
    }

    @Test
    void theCellAndWhatIsAboveItAtTheNextStop() {
        changes.stop(1, value("1"));
        changes.stop(2, value("2"));
        assertTrue(changed());
        assertFalse(changes.changed(REGISTER, 0));
        assertFalse(changes.changed(List.of("chip", "other"), 1));
        assertTrue(changes.changedBelow(List.of("chip")));
        assertFalse(changes.changedBelow(REGISTER));
        changes.stop(3, value("2"));
        assertFalse(changed());
        assertFalse(changes.changedBelow(List.of("chip")));
    }

    /** An edit, or another look, at one stop must not make its changes forgotten. */
    @Test
    void rowsOfOneStopAreHeldAgainstTheStopBeforeEachTime() {
        changes.stop(1, value("1"));
        changes.stop(2, value("2"));
        changes.stop(2, value("2"));
        assertTrue(changed());
        changes.stop(2, value("1"));
        assertFalse(changed());
    }

    @Test
    void aRunningGuestIsHeldAgainstItsLastStop() {
        changes.running(value("0"));
        assertFalse(changed());
        changes.stop(1, value("1"));
        changes.running(value("2"));
        assertTrue(changed());
        changes.running(value("1"));
        assertFalse(changed());
        changes.running(value("2"));
        changes.stop(2, value("1"));
        assertFalse(changed(), "what the guest had in between is no stop");
    }

    @Test
    void aNewRowIsAChange() {
        changes.stop(1, List.of(Row.of("a", "a")));
        changes.stop(2, List.of(Row.of("a", "a"), Row.of("b", "b")));
        assertTrue(changes.changed(List.of("b"), 0));
    }

    @Test
    void anotherGuestBeginsAnew() {
        changes.stop(1, value("1"));
        changes.forget();
        changes.stop(2, value("2"));
        assertFalse(changed());
    }
}
