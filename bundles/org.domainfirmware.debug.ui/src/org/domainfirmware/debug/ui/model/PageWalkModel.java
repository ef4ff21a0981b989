package org.domainfirmware.debug.ui.model;

import java.util.List;
import org.domainfirmware.emulator.debug.PageWalkView;

/** The page walk of an address as rows. */
public final class PageWalkModel {
    /** Key of the heading. */
    public static final String KEY = "walk";

    private PageWalkModel() {
    }

    /** The result, with the entries on the way below. */
    public static Row row(PageWalkView walk) {
        List<Row> steps = walk.steps().stream().map(PageWalkModel::step).toList();
        String target = walk.physical() < 0 ? "" : String.format("%08X", walk.physical());
        Row row = Row.of(KEY, "Page walk", String.format("%08X", walk.linear()), target, walk.result());
        return row.with(walk.physical() < 0 ? Row.Tone.ERROR : Row.Tone.HEADING).with(steps);
    }

    private static Row step(PageWalkView.Step step) {
        String value = String.format("%0" + 2 * step.bytes() + "X", step.value());
        String at = step.address() < 0 ? "" : String.format("at %08X", step.address());
        Row row = Row.of(step.name(), step.name(), value, at, step.words());
        return step.good() ? row : row.with(Row.Tone.ERROR);
    }
}
