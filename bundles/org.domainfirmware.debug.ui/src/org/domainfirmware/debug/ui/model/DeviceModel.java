package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.debug.DeviceView;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Field;

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
        List<Row> fields = new ArrayList<>();
        for (Field f : r.fields()) {
            fields.add(field(f, r.value()));
        }
        String access = r.access() == Access.INTERNAL ? "internal" : switch (r.access()) {
            case READ_ONLY -> "read";
            case WRITE_ONLY -> "write";
            default -> "read, write";
        };
        String effect = r.sideEffect() == null ? "" : r.sideEffect();
        return Row.of(r.name() + r.address(), r.name(), r.address(), hex(r.value(), r.bits()), access,
                words(fields, effect)).with(fields).about(r);
    }

    private static String words(List<Row> fields, String effect) {
        List<String> set = new ArrayList<>();
        for (Row f : fields) {
            if (!f.cell(2).equals("0")) {
                set.add(f.cell(4).isEmpty() ? f.cell(2).equals("1") ? f.cell(0) : f.cell(0) + "=" + f.cell(2)
                        : f.cell(0) + ": " + f.cell(4));
            }
        }
        String all = String.join(", ", set);
        return effect.isEmpty() ? all : all + (all.isEmpty() ? "" : "; ") + "(" + effect + ")";
    }

    private static Row field(Field f, int register) {
        int value = f.in(register);
        String name = value >= 0 && value < f.values().size() ? f.values().get(value) : "";
        String bits = f.width() == 1 ? "bit " + f.lowBit() : "bits " + (f.lowBit() + f.width() - 1) + ":" + f.lowBit();
        return Row.of(f.name(), f.name(), bits, value > 9 || value < 0 ? hex(value, f.width()) : String.valueOf(value), "",
                name);
    }

    private static String hex(int value, int bits) {
        return String.format("%0" + Math.max(1, (bits + 3) / 4) + "Xh", value);
    }
}
