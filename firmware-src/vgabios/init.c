/* What the ROM scan's call does: takes over INT 10h, fills the video part of the BIOS data area, sets mode 3. */
#include "font.h"
#include "modes.h"
#include "save_pointers.h"

void int10_entry(void);
void init_video(void);

/* The former INT 10h becomes INT 42h, as IBM's EGA began it. */
static void take_vectors(void)
{
	interrupt_vectors[VECTOR_FORMER_VIDEO].offset = interrupt_vectors[VECTOR_VIDEO].offset;
	interrupt_vectors[VECTOR_FORMER_VIDEO].segment = interrupt_vectors[VECTOR_VIDEO].segment;
	font_set_vector(VECTOR_VIDEO, rom_segment(), ROM_OFFSET(int10_entry));
	font_set_vector(VECTOR_VGA_INTERNAL, rom_segment(), ROM_OFFSET(int10_entry));
}

static void fill_data_area(void)
{
	bda_equipment = (u16)((bda_equipment & ~0x30) | 0x20);  /* bits 5-4: 80 columns, color */
	bda_ega.info = EGA_INFO_256K;
	bda_ega.switches = 0xf9;                                /* EGA switches: enhanced color; both feature bits set */
	bda_ega.vga_flags = VGA_FLAG_400_LINES | VGA_FLAG_DISPLAY_SWITCH | VGA_FLAG_ACTIVE;
	bda_ega.dcc_index = DCC_VGA_COLOR;
	bda_save_pointers.offset = ROM_OFFSET(&save_pointers);
	bda_save_pointers.segment = rom_segment();
}

void init_video(void)
{
	out8(PORT_VIDEO_SUBSYSTEM_ENABLE, 1);
	out8(PORT_MISC_WRITE, 0x67);                            /* color addresses, memory on */
	take_vectors();
	fill_data_area();
	set_standard_mode(3, false);
}
