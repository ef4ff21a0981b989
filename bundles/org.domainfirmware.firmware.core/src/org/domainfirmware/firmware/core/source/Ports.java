package org.domainfirmware.firmware.core.source;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The I/O ports of a PC that firmware programs (IBM PC/AT Technical Reference, "I/O address map", and the chips' data sheets). */
public final class Ports {
    private static final String TABLE = """
            0x00 8237A DMA 1: channel 0 address
            0x08 8237A DMA 1: command and status
            0x0a 8237A DMA 1: mask of one channel
            0x0b 8237A DMA 1: mode
            0x0c 8237A DMA 1: clear the byte flip-flop
            0x20 8259A interrupt controller 1: command
            0x21 8259A interrupt controller 1: mask
            0x40 8254 timer: counter 0, system clock
            0x41 8254 timer: counter 1, memory refresh
            0x42 8254 timer: counter 2, speaker
            0x43 8254 timer: control word
            0x60 8042 keyboard controller: data
            0x61 system control port B: speaker, parity, refresh
            0x64 8042 keyboard controller: command and status
            0x70 CMOS RAM and clock: index, and NMI mask in bit 7
            0x71 CMOS RAM and clock: data
            0x80 POST code
            0x92 system control port A: A20 gate, fast reset
            0xa0 8259A interrupt controller 2: command
            0xa1 8259A interrupt controller 2: mask
            0xc0 8237A DMA 2: channel 4 address
            0xd0 8237A DMA 2: command and status
            0xd4 8237A DMA 2: mask of one channel
            0xd6 8237A DMA 2: mode
            0xe9 debug console of Bochs and QEMU
            0xf0 clear the coprocessor's error latch
            0x170 IDE 2: data
            0x177 IDE 2: command and status
            0x1f0 IDE 1: data
            0x1f1 IDE 1: error and features
            0x1f2 IDE 1: sector count
            0x1f3 IDE 1: sector number
            0x1f4 IDE 1: cylinder low
            0x1f5 IDE 1: cylinder high
            0x1f6 IDE 1: drive and head
            0x1f7 IDE 1: command and status
            0x2f8 COM2: data
            0x378 LPT1: data
            0x379 LPT1: status
            0x37a LPT1: control
            0x3b4 VGA CRTC index, monochrome
            0x3b5 VGA CRTC data, monochrome
            0x3c0 VGA attribute controller
            0x3c2 VGA miscellaneous output
            0x3c4 VGA sequencer index
            0x3c5 VGA sequencer data
            0x3c6 VGA DAC pixel mask
            0x3c7 VGA DAC read index
            0x3c8 VGA DAC write index
            0x3c9 VGA DAC data
            0x3cc VGA miscellaneous output, read
            0x3ce VGA graphics controller index
            0x3cf VGA graphics controller data
            0x3d4 VGA CRTC index, colour
            0x3d5 VGA CRTC data, colour
            0x3da VGA input status 1, colour
            0x3f2 floppy controller: digital output
            0x3f4 floppy controller: main status
            0x3f5 floppy controller: data
            0x3f6 IDE 1: device control
            0x3f7 floppy controller: digital input, data rate
            0x3f8 COM1: data
            0x3f9 COM1: interrupt enable
            0x3fa COM1: FIFO control, interrupt identification
            0x3fb COM1: line control
            0x3fc COM1: modem control
            0x3fd COM1: line status
            0x3fe COM1: modem status
            0x4d0 edge or level triggering of IRQ 0-7
            0x4d1 edge or level triggering of IRQ 8-15
            0x510 fw_cfg of QEMU: selector
            0x511 fw_cfg of QEMU: data
            0xcf8 PCI configuration address
            0xcf9 reset control of PIIX
            0xcfc PCI configuration data
            """;
    private final NavigableMap<Integer, String> byNumber = new TreeMap<>();

    public Ports() {
        TABLE.lines().forEach(line -> {
            int space = line.indexOf(' ');
            byNumber.put(Integer.decode(line.substring(0, space)), line.substring(space + 1));
        });
    }

    /** Port numbers with what is there, ascending. */
    public Map<Integer, String> all() {
        return byNumber;
    }
}
