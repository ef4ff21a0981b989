/* What is known of an opcode by its byte. */
#ifndef OPCODE_FORM_H
#define OPCODE_FORM_H

/* p prefix   . nothing   M ModRM   b imm8   z imm16/32   w imm16   m ModRM imm8   Z ModRM imm16/32
 * f far pointer   o memory offset   e imm16 imm8   3 ModRM and an immediate for /0 and /1 */
extern const char one_byte_form[257], two_byte_form[257];

/* Files of emulate.h: v move   s stack   t string   n near   f far   o port   y system   d descriptor
 * g group 5 (near, far, stack or none)   . the processor itself */
extern const char one_byte_family[257], two_byte_family[257];

#endif
