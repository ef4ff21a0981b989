/* Saving and restoring the adapter's registers, the BIOS data area's video part, the DAC and the DISPI registers. */
#include "video_state.h"
#include "vbe.h"
#include "vga.h"

#define PORT_FEATURE_READ 0x3ca
#define HARDWARE_BYTES (8 + SEQUENCER_REGISTERS - 1 + CRTC_REGISTERS + GRAPHICS_REGISTERS + ATTRIBUTE_REGISTERS)

/* The pieces of low memory that belong to the video BIOS */
static ROM_TABLE struct {
	u16 address, bytes;
} low_memory[] = {
	{ 0x410, 2 }, { 0x449, 30 }, { 0x484, 7 }, { 0x4a8, 4 },
	{ VECTOR_FONT_8X8_UPPER * 4, 4 }, { VECTOR_GRAPHICS_FONT * 4, 4 },
};

#define DAC_BYTES (1 + 256 * 3)

/* A state on its way to the caller's memory or from there. */
struct transfer {
	u16 segment;
	bool restore;
	u32 offset;
};

static u32 bios_data_bytes(void)
{
	u32 bytes = 0;
	u32 i;

	for (i = 0; i < ARRAY_LENGTH(low_memory); i++)
		bytes += low_memory[i].bytes;
	return bytes;
}

u16 video_state_bytes(u16 parts)
{
	return (u16)((parts & STATE_HARDWARE ? HARDWARE_BYTES : 0) + (parts & STATE_BIOS_DATA ? bios_data_bytes() : 0) +
		     (parts & STATE_DAC ? DAC_BYTES : 0) + (parts & STATE_SVGA ? DISPI_STATE_BYTES : 0));
}

/*
 * The next byte of the state: the current value if it is saved, else the saved one. The callers write what it returns to
 * the register in both cases, so that one description of the state serves both directions.
 */
static u8 transfer8(struct transfer *t, u8 current)
{
	u32 offset = t->offset++;

	if (t->restore)
		return far_read8(t->segment, offset);
	far_write8(t->segment, offset, current);
	return current;
}

static void transfer_indexed(struct transfer *t, u16 port, u32 first, u32 count)
{
	for (; first < count; first++)
		indexed_write(port, (u8)first, transfer8(t, indexed_read(port, (u8)first)));
}

static void transfer_hardware(struct transfer *t)
{
	u16 crtc = crtc_port();
	u8 sequencer_index = transfer8(t, in8(PORT_SEQUENCER));
	u8 crtc_index = transfer8(t, in8(crtc));
	u8 graphics_index = transfer8(t, in8(PORT_GRAPHICS));
	u8 feature = transfer8(t, in8(PORT_FEATURE_READ));
	u8 misc = transfer8(t, in8(PORT_MISC_READ));
	u32 i;

	crtc = misc & 1 ? PORT_CRTC_COLOR : PORT_CRTC_MONO;
	if (t->restore)
		vbe_leave();
	indexed_write(PORT_SEQUENCER, 0, 1);
	out8(PORT_MISC_WRITE, misc);
	transfer_indexed(t, PORT_SEQUENCER, 1, SEQUENCER_REGISTERS);
	indexed_write(PORT_SEQUENCER, 0, 3);
	if (t->restore)
		indexed_write(crtc, 0x11, 0);           /* bit 7 protected registers 0 to 7 */
	transfer_indexed(t, crtc, 0, CRTC_REGISTERS);
	transfer_indexed(t, PORT_GRAPHICS, 0, GRAPHICS_REGISTERS);
	bda.crtc_port = crtc;                           /* for the attribute controller's flip-flop */
	for (i = 0; i < ATTRIBUTE_REGISTERS; i++)
		attribute_write(i, transfer8(t, attribute_read(i)));
	out8(crtc + STATUS_FROM_CRTC, feature);
	out8(PORT_SEQUENCER, sequencer_index);
	out8(crtc, crtc_index);
	out8(PORT_GRAPHICS, graphics_index);
}

static void transfer_bios_data(struct transfer *t)
{
	u32 i;

	for (i = 0; i < ARRAY_LENGTH(low_memory); i++) {
		u32 bytes = low_memory[i].bytes;

		if (t->restore)
			far_copy8(0, low_memory[i].address, t->segment, t->offset, bytes);
		else
			far_copy8(t->segment, t->offset, 0, low_memory[i].address, bytes);
		t->offset += bytes;
	}
}

static void transfer_dac(struct transfer *t)
{
	u32 i;

	out8(PORT_DAC_MASK, transfer8(t, in8(PORT_DAC_MASK)));
	for (i = 0; i < 256; i++) {
		struct rgb color = dac_read(i);

		color.red = transfer8(t, color.red);
		color.green = transfer8(t, color.green);
		color.blue = transfer8(t, color.blue);
		dac_write(i, color);
	}
}

void video_state_transfer(u16 segment, u16 offset, u16 parts, bool restore)
{
	struct transfer t = { segment, restore, offset };

	if (parts & STATE_HARDWARE)
		transfer_hardware(&t);
	if (parts & STATE_BIOS_DATA)
		transfer_bios_data(&t);
	if (parts & STATE_DAC)
		transfer_dac(&t);
	if (parts & STATE_SVGA) {
		if (restore)
			dispi_restore(segment, t.offset);
		else
			dispi_save(segment, t.offset);
	}
}
