/* Text for people: the log on port E9h, the screen, and progress codes on port 80h. */
#ifndef LOG_H
#define LOG_H
#include "io.h"

/* Formats know %s (ROM text), %S (text in a variable), %c, %d, %u, %x with an optional 0 and width. */
void log_print(const ROM char *format, ...);
void screen_print(const ROM char *format, ...);
void screen_char(char c);

#define LOG(text, ...) do { static const ROM char format_[] = text "\n"; \
                            log_print(format_, ##__VA_ARGS__); } while (0)
/* On the screen and in the log. */
#define SAY(text, ...) do { static const ROM char format_[] = text "\n"; \
                            screen_print(format_, ##__VA_ARGS__); } while (0)

static inline void post_code(u8 code)
{
    outb(0x80, code);
}

#endif
