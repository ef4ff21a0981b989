/* The A20 gate. */
#ifndef A20_H
#define A20_H

/* Opens (1) or closes (0) it; returns what it was. */
int a20_set(int on);

#endif
