/* The A20 gate. */
#ifndef A20_H
#define A20_H

/* Port 92h's output, which opens the gate (1) or lets the keyboard controller's decide (0); returns what it was. */
int a20_set(int on);

#endif
