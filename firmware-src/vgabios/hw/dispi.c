/* What the DISPI adapter is, and its state. */
#include "dispi.h"

#define PORT_PCI_ADDRESS 0xcf8
#define PORT_PCI_DATA 0xcfc
#define PCI_ID 0x00
#define PCI_BASE_ADDRESS_0 0x10
#define DISPI_PCI_ID 0x11111234

bool dispi_present(void)
{
	return (dispi_read(DISPI_ID) & 0xfff0) == 0xb0c0;
}

bool dispi_enabled(void)
{
	return dispi_present() && (dispi_read(DISPI_ENABLE) & DISPI_ENABLED);
}

u16 dispi_banks(void)
{
	u16 id = dispi_read(DISPI_ID);

	if (id >= 0xb0c5)
		return dispi_read(DISPI_MEMORY_64K);
	return id == 0xb0c4 ? 8 * 16 : 4 * 16;
}

/* Configuration mechanism 1 (PCI Local Bus Specification 2.1, section 3.7.4.1), function 0 of bus 0's devices. */
static u32 pci_read(u8 device, u8 offset)
{
	out32(PORT_PCI_ADDRESS, 0x80000000u | (u32)device << 11 | offset);
	return in32(PORT_PCI_DATA);
}

u32 dispi_frame_buffer(void)
{
	u8 device;

	for (device = 0; device < 32; device++)
		if (pci_read(device, PCI_ID) == DISPI_PCI_ID) {
			u32 base = pci_read(device, PCI_BASE_ADDRESS_0) & ~0xfu;

			if (base != 0)
				return base;
		}
	return 0xe0000000u;
}

/* ENABLE is first in the saved state but last to be written: the others take effect with it. */
static ROM_TABLE u8 state_registers[DISPI_STATE_REGISTERS] = {
	DISPI_ENABLE, DISPI_X_RESOLUTION, DISPI_Y_RESOLUTION, DISPI_BITS_PER_PIXEL, DISPI_VIRTUAL_WIDTH,
	DISPI_VIRTUAL_HEIGHT, DISPI_X_OFFSET, DISPI_Y_OFFSET, DISPI_BANK,
};

void dispi_save(u16 segment, u32 offset)
{
	u32 i;

	for (i = 0; i < DISPI_STATE_REGISTERS; i++)
		far_write16(segment, offset + 2 * i, dispi_present() ? dispi_read(state_registers[i]) : 0);
}

void dispi_restore(u16 segment, u32 offset)
{
	u16 enable = far_read16(segment, offset);
	u32 i;

	if (!dispi_present())
		return;
	if (enable & DISPI_ENABLED) {
		for (i = 1; i < 4; i++)
			dispi_write(state_registers[i], far_read16(segment, offset + 2 * i));
		dispi_write(DISPI_ENABLE, enable | DISPI_KEEP_MEMORY);
	} else {
		dispi_write(DISPI_ENABLE, enable);
	}
	for (i = 4; i < DISPI_STATE_REGISTERS; i++)
		dispi_write(state_registers[i], far_read16(segment, offset + 2 * i));
}
