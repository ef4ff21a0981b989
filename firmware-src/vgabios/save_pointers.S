/* The tables of save_pointers.h. The linker script makes the far pointers. */
	.section .romtable.save_pointers, "a"

	.globl save_pointers
save_pointers:
	.long video_parameters_pointer
	.long 0                         /* no dynamic save area */
	.long 0                         /* no text font of the user's */
	.long 0                         /* no graphics font of the user's */
	.long secondary_pointer
	.long 0, 0

	.globl secondary_save_pointers
secondary_save_pointers:
	.word 26
	.long display_combinations_pointer
	.long 0, 0, 0, 0, 0

/* Which displays are attached: the other adapter's code, then the active one's. Codes: 1 MDA, 2 CGA, 4 EGA color,
   5 EGA monochrome, 6 professional graphics, 7 VGA monochrome, 8 VGA color. */
	.globl display_combinations
display_combinations:
	.byte 16, 1, 8, 0
	.byte 0, 0,  0, 1,  0, 2,  2, 1,  0, 4,  4, 1,  0, 5,  2, 5
	.byte 0, 6,  1, 6,  5, 6,  0, 8,  1, 8,  0, 7,  2, 7,  6, 7
