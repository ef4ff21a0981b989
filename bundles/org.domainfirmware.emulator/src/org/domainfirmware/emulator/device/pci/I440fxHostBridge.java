package org.domainfirmware.emulator.device.pci;

import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;

/** The 82441FX (440FX PCI and memory controller): host bridge with shadow control. */
public final class I440fxHostBridge extends PciFunction {
    private static final int PAM_0 = 0x59;
    private static final int PAMS = 7;
    private static final int SMRAM = 0x72;
    private static final int SMRAM_LOCK = 0x10;
    private static final int SMRAM_OPEN = 0x40;

    private final ShadowControl shadow;

    /**
     * @param roms what the region has while it is not shadowed; ROMs placed later appear with the next reset
     * @param subsystemVendor 0 for the chip's own, which has none; stock SeaBIOS knows a virtual
     *     machine by 1AF4h:1100h here
     */
    public I440fxHostBridge(PhysicalMemory memory, RomMap roms, int subsystemVendor, int subsystem) {
        super("i440fx", PciIdentity.of(0x8086, 0x1237, 0x060000, 2).withSubsystem(subsystemVendor, subsystem),
                0x0006, 0x0100, 0x0280);
        shadow = new ShadowControl(memory, roms);
        declare("MLT", 0x0D, 8, 0, 0xF8);
        declare("PMCCFG", 0x50, 16, 0, 0xFFF7);
        declare("DETURBO", 0x52, 8, 0, 0xFF);
        declare("DBC", 0x53, 8, 0x80, 0xFB);
        declare("AXC", 0x54, 8, 0, 0xBF);
        declare("DRT", 0x55, 16, 0, 0xFFFF);
        declare("DRAMC", 0x57, 8, 0x01, 0x7F);
        declare("DRAMT", 0x58, 8, 0x10, 0x7F);
        for (int i = 0; i < PAMS; i++) {
            declarePam(i);
        }
        for (int i = 0; i < 8; i++) {
            declare("DRB" + i, 0x60 + i, 8, 0x01, 0xFF);
        }
        declare("FDHC", 0x68, 8, 0, 0xC0);
        declare("MTT", 0x70, 8, 0, 0xF8);
        declare("CLT", 0x71, 8, 0x10, 0x1F);
        declare("SMRAM", SMRAM, 8, 0x02, 0x78)
                .field("C_BASE_SEG", 0, 3).field("G_SMRAME", 3, 1).field("D_LCK", 4, 1).field("D_CLS", 5, 1)
                .field("D_OPEN", 6, 1).sideEffect("D_LCK freezes the register until reset and clears D_OPEN");
        declare("ERRCMD", 0x90, 8, 0, 0x1B);
        declare("ERRSTS", 0x91, 8, 0, 0);
        clearedByOnes(0x91, 8, 0x11);
        declare("TRC", 0x93, 8, 0, 0x0E);
        reset();
    }

    private void declarePam(int index) {
        if (index == 0) {
            declare("PAM0", PAM_0, 8, 0, 0x30).field("F0000_READ", 4, 1, "ROM", "RAM").field("F0000_WRITE", 5, 1, "dropped", "RAM")
                    .sideEffect("maps F0000h to FFFFFh");
            return;
        }
        int low = RomMap.FIRST + (index - 1) * 0x8000;
        String first = String.format("%05X", low);
        String second = String.format("%05X", low + 0x4000);
        declare("PAM" + index, PAM_0 + index, 8, 0, 0x33)
                .field(first + "_READ", 0, 1, "ROM", "RAM").field(first + "_WRITE", 1, 1, "dropped", "RAM")
                .field(second + "_READ", 4, 1, "ROM", "RAM").field(second + "_WRITE", 5, 1, "dropped", "RAM")
                .sideEffect("maps two segments of 16 KiB");
    }

    @Override
    protected void configByteWritten(int offset, int before, int after) {
        if (offset >= PAM_0 && offset < PAM_0 + PAMS && before != after) {
            applyShadow();
        } else if (offset == SMRAM) {
            if ((before & SMRAM_LOCK) != 0) {
                config().set(SMRAM, 1, before);
            } else if ((after & SMRAM_LOCK) != 0) {
                config().set(SMRAM, 1, after & ~SMRAM_OPEN);
            }
        }
    }

    private void applyShadow() {
        int[] pam = new int[PAMS];
        for (int i = 0; i < PAMS; i++) {
            pam[i] = readConfig(PAM_0 + i, 1);
        }
        shadow.apply(pam);
    }

    @Override
    public void reset() {
        super.reset();
        shadow.forget();
        applyShadow();
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        super.readState(from);
        shadow.forget();
        applyShadow();
    }
}
