/* Text by INT 10h, function 0Eh (teletype), which every video BIOS has and which knows \r, \n and scrolling. */
#include "screen.h"

static void teletype(char c)
{
	/* Some video BIOSes change BP when the text scrolls. */
	asm volatile("pushl %%ebp\n\tint $0x10\n\tpopl %%ebp" : : "a"(0x0e00 | (unsigned char)c), "b"(0x0007) : "memory", "cc");
}

void screen_write(const ROM char *text)
{
	while (*text)
		teletype(*text++);
}
