/* x87 errors of a guest that wants them as interrupt 13. */
#ifndef NUMERIC_H
#define NUMERIC_H

void numeric_error_as_interrupt(void);

#endif
