/* VBE 4F00h: controller information to ES:DI; 512 bytes if it began with "VBE2", else 256. */
#include "vbe.h"

static ROM_TABLE char oem_string[] = "Domain Firmware Workbench VGABIOS";
static ROM_TABLE char oem_vendor[] = "Domain Firmware";
static ROM_TABLE char oem_product[] = "DISPI adapter";
static ROM_TABLE char oem_revision[] = "1.0";

#define SIGNATURE_VESA 0x41534556u
#define SIGNATURE_VBE2 0x32454256u
#define MODE_LIST_AT 34                 /* the 222 reserved bytes hold up to 111 modes */
#define MODE_LIST_MOST 110

static void write_rom_pointer(u16 segment, u32 to, const char ROM *text)
{
	far_write16(segment, to, ROM_OFFSET(text));
	far_write16(segment, to + 2, rom_segment());
}

static void write_mode_list(u16 segment, u32 to)
{
	u16 banks = dispi_banks();
	u32 i, listed = 0;

	for (i = 0; i < vbe_mode_count && listed < MODE_LIST_MOST; i++)
		if (vbe_mode_fits(&vbe_modes[i], banks)) {
			far_write16(segment, to, vbe_modes[i].number);
			to += 2;
			listed++;
		}
	far_write16(segment, to, 0xffff);
}

u16 vbe_00_controller_information(struct frame *f)
{
	u16 segment = f->es;
	u32 to = f->di.x;
	bool version_2 = far_read32(segment, to) == SIGNATURE_VBE2;

	far_fill8(segment, to, 0, version_2 ? 512 : 256);
	far_write32(segment, to, SIGNATURE_VESA);
	far_write16(segment, to + 4, 0x0300);
	write_rom_pointer(segment, to + 6, oem_string);
	far_write32(segment, to + 10, 0x00000001);         /* the DAC can take 8 bits a color */
	far_write16(segment, to + 14, to + MODE_LIST_AT);
	far_write16(segment, to + 16, segment);
	far_write16(segment, to + 18, dispi_banks());
	if (version_2) {
		far_write16(segment, to + 20, 0x0100);
		write_rom_pointer(segment, to + 22, oem_vendor);
		write_rom_pointer(segment, to + 26, oem_product);
		write_rom_pointer(segment, to + 30, oem_revision);
	}
	write_mode_list(segment, to + MODE_LIST_AT);
	return VBE_DONE;
}
