package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.debug.DeviceView;
import org.domainfirmware.emulator.device.reg.Access;

/** Devices, their registers and the registers' fields, as the emulator declares them. */
public final class DeviceModel {
    private DeviceModel() {
    }

    public static List<Row> rows(List<DeviceView> devices) {
        return devices.stream().map(DeviceModel::device).toList();
    }

    private static Row device(DeviceView d) {
        List<Row> registers = new ArrayList<>();
        for (DeviceView.RegisterValue r : d.registers()) {
            registers.add(register(r));
        }
        return Row.of(d.name(), d.name(), "", "", "", d.registers().size() + (d.registers().size() == 1 ? " register" : " registers")).with(Row.Tone.HEADING)
                .with(registers);
    }

    private static Row register(DeviceView.RegisterValue r) {
        List<Row> fields = FieldRows.of(r.fields(), r.value());
        String access = r.access() == Access.INTERNAL ? "internal" : switch (r.access()) {
            case READ_ONLY -> "read";
            case WRITE_ONLY -> "write";
            default -> "read, write";
        };
        String effect = r.sideEffect() == null ? "" : r.sideEffect();
        return Row.of(r.name() + r.address(), r.name(), r.address(), FieldRows.hex(r.value(), r.bits()), access,
                words(fields, effect)).with(fields).about(r);
    }

    private static String words(List<Row> fields, String effect) {
        String all = FieldRows.words(fields);
        return effect.isEmpty() ? all : all + (all.isEmpty() ? "" : "; ") + "(" + effect + ")";
    }
}
