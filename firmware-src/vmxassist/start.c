/* From the loader to the first world switch. */
#include "monitor.h"

void prepare_monitor(void);

void prepare_monitor(void)
{
    setup_tables();
    setup_contexts();
    print("vmxassist: real mode through virtual-8086 mode\n");
}
