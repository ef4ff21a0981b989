/* What follows an opcode byte. */
#ifndef OPCODE_FORM_H
#define OPCODE_FORM_H
#include "types.h"

/* p prefix   . nothing   M ModRM   b imm8   z imm16/32   w imm16   m ModRM imm8   Z ModRM imm16/32
 * f far pointer   o memory offset   e imm16 imm8   3 ModRM and an immediate for /0 and /1 */
char one_byte_form(u8 opcode);
char two_byte_form(u8 opcode);

#endif
