package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.debug.VideoView;

/** The colours of the display adapter. Source: IBM VGA manual, "Attribute Controller" and "Video Digital-to-Analog Converter". */
public final class PaletteModel {
    /** Columns of the rows. */
    public static final List<Column> COLUMNS = List.of(Column.words("Colour", 165), Column.code("DAC entry", 85),
            Column.code("As shown", 80), Column.code("Red", 45), Column.code("Green", 50), Column.code("Blue", 45));
    /** Place of the attribute colours among the rows. */
    public static final int ATTRIBUTES = 0;
    /** Place of the DAC's entries among the rows. */
    public static final int DAC = 1;

    private PaletteModel() {
    }

    /** The 16 attribute colours, then the 256 entries of the DAC. */
    public static List<Row> rows(VideoView video) {
        List<Row> attributes = new ArrayList<>();
        for (int i = 0; i < video.attributes().size(); i++) {
            int entry = video.attributes().get(i) & 0xFF;
            attributes.add(entry("attribute " + i, String.format("attribute %Xh", i), entry, video));
        }
        List<Row> entries = new ArrayList<>();
        for (int i = 0; i < video.dac().size(); i++) {
            entries.add(entry("entry " + i, String.format("entry %02Xh", i), i, video));
        }
        return List.of(Row.of("attributes", "Attribute colours").with(Row.Tone.HEADING).with(attributes),
                Row.of("DAC", "DAC, " + video.dacBits() + " bits").with(Row.Tone.HEADING).with(entries));
    }

    private static Row entry(String key, String name, int entry, VideoView video) {
        int rgb = video.dac().get(entry);
        int shift = 8 - video.dacBits();
        return Row.of(key, name, String.format("%02Xh", entry), String.format("#%06X", rgb),
                String.format("%02X", (rgb >> 16 & 0xFF) >> shift), String.format("%02X", (rgb >> 8 & 0xFF) >> shift),
                String.format("%02X", (rgb & 0xFF) >> shift));
    }

    /** What the mode uses of them, in a sentence. */
    public static String use(VideoView video) {
        return switch (video.mode().kind()) {
            case TEXT, PLANES, INTERLEAVED -> "This mode shows the 16 attribute colours.";
            case COLOURS_256 -> "This mode shows the DAC's 256 entries.";
            case PACKED -> video.mode().bitsPerPixel() == 8 ? "This mode shows the DAC's 256 entries."
                    : "This mode has " + video.mode().bitsPerPixel() + " bits a pixel and does not use the palette.";
        };
    }
}
