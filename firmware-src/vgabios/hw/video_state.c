/* Saving and restoring the adapter's registers, the BIOS data area's video part, the DAC and the DISPI registers. */
#include "video_state.h"
#include "vbe.h"
#include "vga.h"

/* Where each piece of the hardware part lies */
enum {
	HW_INDICES = 0,                 /* sequencer, CRTC, graphics, attribute index; feature control; misc output */
	HW_CRTC_PORT = 6,
	HW_SEQUENCER = 8,
	HW_CRTC = HW_SEQUENCER + SEQUENCER_REGISTERS,
	HW_ATTRIBUTE = HW_CRTC + CRTC_REGISTERS,
	HW_GRAPHICS = HW_ATTRIBUTE + ATTRIBUTE_REGISTERS,
	HW_BYTES = HW_GRAPHICS + GRAPHICS_REGISTERS,
};

/* The pieces of low memory that belong to the video BIOS */
static ROM_TABLE struct {
	u16 address, bytes;
} low_memory[] = {
	{ 0x410, 2 }, { 0x449, 30 }, { 0x484, 7 }, { 0x4a8, 4 },
	{ VECTOR_FONT_8X8_UPPER * 4, 4 }, { VECTOR_GRAPHICS_FONT * 4, 4 },
};

#define DAC_BYTES (2 + 768)

static u16 bios_data_bytes(void)
{
	u16 bytes = 0;
	u32 i;

	for (i = 0; i < ARRAY_LENGTH(low_memory); i++)
		bytes += low_memory[i].bytes;
	return bytes;
}

u16 video_state_bytes(u16 parts)
{
	return (u16)((parts & STATE_HARDWARE ? HW_BYTES : 0) + (parts & STATE_BIOS_DATA ? bios_data_bytes() : 0) +
		     (parts & STATE_DAC ? DAC_BYTES : 0) + (parts & STATE_SVGA ? DISPI_STATE_BYTES : 0));
}

static void save_indexed(u16 segment, u32 to, u16 port, u8 count)
{
	u32 i;

	for (i = 0; i < count; i++)
		far_write8(segment, to++, indexed_read(port, i));
}

static void restore_indexed(u16 segment, u32 from, u16 port, u8 count)
{
	u32 i;

	for (i = 0; i < count; i++)
		indexed_write(port, i, far_read8(segment, from++));
}

static void save_hardware(u16 segment, u32 to)
{
	u16 crtc = crtc_port();
	u32 i;

	far_write8(segment, to, in8(PORT_SEQUENCER));
	far_write8(segment, to + 1, in8(crtc));
	far_write8(segment, to + 2, in8(PORT_GRAPHICS));
	attribute_reset();
	far_write8(segment, to + 3, in8(PORT_ATTRIBUTE));
	far_write8(segment, to + 4, in8(0x3ca));
	far_write8(segment, to + 5, in8(PORT_MISC_READ));
	far_write16(segment, to + HW_CRTC_PORT, crtc);
	save_indexed(segment, to + HW_SEQUENCER, PORT_SEQUENCER, SEQUENCER_REGISTERS);
	save_indexed(segment, to + HW_CRTC, crtc, CRTC_REGISTERS);
	for (i = 0; i < ATTRIBUTE_REGISTERS; i++)
		far_write8(segment, to + HW_ATTRIBUTE + i, attribute_read(i));
	save_indexed(segment, to + HW_GRAPHICS, PORT_GRAPHICS, GRAPHICS_REGISTERS);
	out8(PORT_SEQUENCER, far_read8(segment, to));
	out8(crtc, far_read8(segment, to + 1));
	out8(PORT_GRAPHICS, far_read8(segment, to + 2));
}

static void restore_hardware(u16 segment, u32 from)
{
	u16 crtc = far_read16(segment, from + HW_CRTC_PORT);
	u32 i;

	vbe_leave();
	indexed_write(PORT_SEQUENCER, 0, 1);
	out8(PORT_MISC_WRITE, far_read8(segment, from + 5));
	for (i = 1; i < SEQUENCER_REGISTERS; i++)
		indexed_write(PORT_SEQUENCER, i, far_read8(segment, from + HW_SEQUENCER + i));
	indexed_write(PORT_SEQUENCER, 0, 3);
	indexed_write(crtc, 0x11, 0);
	restore_indexed(segment, from + HW_CRTC, crtc, CRTC_REGISTERS);
	restore_indexed(segment, from + HW_GRAPHICS, PORT_GRAPHICS, GRAPHICS_REGISTERS);
	bda.crtc_port = crtc;           /* for the attribute controller's flip-flop */
	for (i = 0; i < ATTRIBUTE_REGISTERS; i++)
		attribute_write(i, far_read8(segment, from + HW_ATTRIBUTE + i));
	out8(crtc + STATUS_FROM_CRTC, far_read8(segment, from + 4));
	out8(PORT_SEQUENCER, far_read8(segment, from));
	out8(crtc, far_read8(segment, from + 1));
	out8(PORT_GRAPHICS, far_read8(segment, from + 2));
}

static void save_dac(u16 segment, u32 to)
{
	u32 i;

	far_write8(segment, to, in8(PORT_DAC_WRITE_INDEX));
	far_write8(segment, to + 1, in8(PORT_DAC_MASK));
	out8(PORT_DAC_READ_INDEX, 0);
	for (i = 0; i < 768; i++)
		far_write8(segment, to + 2 + i, in8(PORT_DAC_DATA));
	out8(PORT_DAC_WRITE_INDEX, far_read8(segment, to));
}

static void restore_dac(u16 segment, u32 from)
{
	u32 i;

	out8(PORT_DAC_MASK, far_read8(segment, from + 1));
	out8(PORT_DAC_WRITE_INDEX, 0);
	for (i = 0; i < 768; i++)
		out8(PORT_DAC_DATA, far_read8(segment, from + 2 + i));
	out8(PORT_DAC_WRITE_INDEX, far_read8(segment, from));
}

void video_state_save(u16 segment, u16 offset, u16 parts)
{
	u32 i;

	if (parts & STATE_HARDWARE) {
		save_hardware(segment, offset);
		offset += HW_BYTES;
	}
	if (parts & STATE_BIOS_DATA)
		for (i = 0; i < ARRAY_LENGTH(low_memory); i++) {
			far_copy8(segment, offset, 0, low_memory[i].address, low_memory[i].bytes);
			offset += low_memory[i].bytes;
		}
	if (parts & STATE_DAC) {
		save_dac(segment, offset);
		offset += DAC_BYTES;
	}
	if (parts & STATE_SVGA)
		dispi_save(segment, offset);
}

void video_state_restore(u16 segment, u16 offset, u16 parts)
{
	u32 i;

	if (parts & STATE_HARDWARE) {
		restore_hardware(segment, offset);
		offset += HW_BYTES;
	}
	if (parts & STATE_BIOS_DATA)
		for (i = 0; i < ARRAY_LENGTH(low_memory); i++) {
			far_copy8(0, low_memory[i].address, segment, offset, low_memory[i].bytes);
			offset += low_memory[i].bytes;
		}
	if (parts & STATE_DAC) {
		restore_dac(segment, offset);
		offset += DAC_BYTES;
	}
	if (parts & STATE_SVGA)
		dispi_restore(segment, offset);
}
