/* Called when the BIOS boots from this adapter: load a system and jump to it, or return and let others try. */
#include "screen.h"

void boot(void);

ROM_TEXT nothing_to_boot[] = "Option ROM template: nothing to boot from\r\n";

void boot(void)
{
	screen_write(nothing_to_boot);
}
