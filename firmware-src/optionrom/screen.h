#ifndef OPTIONROM_SCREEN_H
#define OPTIONROM_SCREEN_H

/* Constants of this ROM lie in the code segment, which GS holds while C runs. */
#define ROM __seg_gs
#define ROM_TEXT static const ROM char __attribute__((section(".romtext")))

/* Writes a text that ends with a zero byte at the cursor. */
void screen_write(const ROM char *text);

#endif
