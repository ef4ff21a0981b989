/* Opcode maps (SDM volume 2, appendix A): which bytes follow, and who emulates it. The letters are those of opcode_form.h. */
#include "opcode_form.h"

const char one_byte_form[257] =
    "MMMMbz..MMMMbz.." "MMMMbz..MMMMbz.." "MMMMbzp.MMMMbzp." "MMMMbzp.MMMMbzp."
    "................" "................" "..MMpppp" "zZbm...." "bbbbbbbbbbbbbbbb"
    "mZmmMMMMMMMMMMMM" "..........f....." "oooo....bz......" "bbbbbbbbzzzzzzzz"
    "mmw.MMmZe.w..b.." "MMMMbb..MMMMMMMM" "bbbbbbbbzzfb...." "p.pp..33......MM";

const char two_byte_form[257] =
    "MMMM.........M.m" "MMMMMMMMMMMMMMMM" "MMMMMMMMMMMMMMMM" "................"
    "MMMMMMMMMMMMMMMM" "MMMMMMMMMMMMMMMM" "MMMMMMMMMMMMMMMM" "mmmmMMM.MMMMMMMM"
    "zzzzzzzzzzzzzzzz" "MMMMMMMMMMMMMMMM" "...MmMMM...MmMMM" "MMMMMMMMMMmMMMMM"
    "MMmMmmmM........" "MMMMMMMMMMMMMMMM" "MMMMMMMMMMMMMMMM" "MMMMMMMMMMMMMMMM";

const char one_byte_family[257] =
    "......ss......s." "......ss......ss" "................" "................"
    "................" "ssssssssssssssss" "ss.d....s.s.tttt" "nnnnnnnnnnnnnnnn"
    "........vvvvvvvs" "..........f.ss.." "vvvvtttt..tttttt" "vvvvvvvvvvvvvvvv"
    "..nnvv..ssffffff" ".......v........" "nnnnoooonnfnoooo" ".f..y.....yy...g";

const char two_byte_family[257] =
    "dydd..y.yy......" "................" "yyyy............" "y.yy............"
    "................" "................" "................" "................"
    "nnnnnnnnnnnnnnnn" "................" "ss......ss......" "..v.vv.........."
    "................" "................" "................" "................";
