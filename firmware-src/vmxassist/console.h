#ifndef CONSOLE_H
#define CONSOLE_H

/* From now on messages are on the text screen too, which is cleared. */
void console_take_screen(void);

#endif
