/* The first line on the screen. Change the text and rebuild: the quickest way to see that your ROM runs. */
#include "post.h"
#include "log.h"

void banner_print(void)
{
    SAY("Domain Firmware Workbench ROMBIOS 1.0");
}
