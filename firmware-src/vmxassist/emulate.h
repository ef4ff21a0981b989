/* The families of instructions. Each gets a decoded instruction, with EIP already behind it, and
 * returns whether the opcode is one of its own. Faults leave by raise_fault(). */
#ifndef EMULATE_H
#define EMULATE_H
#include "decode.h"

int emulate_move(const struct instruction *i);      /* emulate_mov.c */
int emulate_stack(const struct instruction *i);
int emulate_string(const struct instruction *i);
int emulate_near(const struct instruction *i);
int emulate_far(const struct instruction *i);       /* far_transfer.c */
int emulate_port(const struct instruction *i);
int emulate_system(const struct instruction *i);
int emulate_descriptor(const struct instruction *i);
/* Some of the commonest instructions at a change of mode, if they come now (emulate_quick.c). */
int emulate_quickly(void);
/* What needs nothing but the trap's own frame: done there, and the guest goes on as it was. */
int emulate_in_place(void);
/* Everything else, by the processor itself (relocate.c). */
void execute_relocated(const struct instruction *i);

u32 read_operand(const struct instruction *i, u32 size);
void write_operand(const struct instruction *i, u32 size, u32 value);

/* One instruction of the guest, with all that can come of it; or several quick ones. */
void emulate_one(void);
/* In the middle of one: registers are again those it began with. For messages. */
void undo_instruction(void);

#endif
