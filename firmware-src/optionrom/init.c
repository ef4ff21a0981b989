/* Called while the BIOS tests the machine: find the adapter, set it up, hook interrupts. */
#include "screen.h"

void initialize(void);

ROM_TEXT banner[] = "Option ROM template: initialized\r\n";

void initialize(void)
{
	screen_write(banner);
}
