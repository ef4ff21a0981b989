/* Opcode maps (SDM volume 2, appendix A): which bytes follow. The letters are those of opcode_form.h. */
#include "opcode_form.h"

static const char one_byte[257] =
    "MMMMbz..MMMMbz.p" "MMMMbz..MMMMbz.." "MMMMbzp.MMMMbzp." "MMMMbzp.MMMMbzp."
    "................" "................" "..MMpppp" "zZbm...." "bbbbbbbbbbbbbbbb"
    "mZmmMMMMMMMMMMMM" "..........f....." "oooo....bz......" "bbbbbbbbzzzzzzzz"
    "mmw.MMmZe.w..b.." "MMMMbb..MMMMMMMM" "bbbbbbbbzzfb...." "p.pp..33......MM";

static const char two_byte[257] =
    "MMMM.........M.m" "MMMMMMMMMMMMMMMM" "MMMMMMMMMMMMMMMM" "................"
    "MMMMMMMMMMMMMMMM" "MMMMMMMMMMMMMMMM" "MMMMMMMMMMMMMMMM" "mmmmMMM.MMMMMMMM"
    "zzzzzzzzzzzzzzzz" "MMMMMMMMMMMMMMMM" "...MmMMM...MmMMM" "MMMMMMMMMMmMMMMM"
    "MMmMmmmM........" "MMMMMMMMMMMMMMMM" "MMMMMMMMMMMMMMMM" "MMMMMMMMMMMMMMMM";

char one_byte_form(u8 opcode)
{
    return one_byte[opcode];
}

char two_byte_form(u8 opcode)
{
    return two_byte[opcode];
}
