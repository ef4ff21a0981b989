package org.domainfirmware.emulator.debug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.device.vga.VgaInspector;

/** Makes device and video views by peeking at registers. */
final class DeviceReader {
    private DeviceReader() {
    }

    static VideoView read(VgaInspector vga) {
        List<DeviceView> chips = new ArrayList<>();
        vga.chips().forEach((name, registers) -> chips.add(view(name, registers)));
        return new VideoView(chips, vga.mode(), vga.characterMaps(), boxed(vga.palette()), vga.dacBits(),
                boxed(vga.attributePalette()));
    }

    private static List<Integer> boxed(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    static DeviceView device(Device device) {
        return view(device.name(), device.registers());
    }

    private static DeviceView view(String name, List<Register> registers) {
        return new DeviceView(name, registers.stream().map(DeviceReader::value).toList());
    }

    private static DeviceView.RegisterValue value(Register r) {
        return new DeviceView.RegisterValue(r.name(), r.address(), r.bits(), r.access(), r.sideEffect(), r.fields(),
                r.peek());
    }
}
