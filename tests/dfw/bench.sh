# ./dfw bench: a row for the program asked for, whichever other emulators there are; bad names and numbers are refused.
. "$(dirname "$0")/lib.sh"

run "$root/dfw" bench --repeat 1 port_io
check "bench prints the head of its table" 0 '^program +seconds +instructions +MIPS'
check "bench NAME prints the row of that program" 0 '^port_io +[0-9]+\.[0-9]{3} +[0-9]{7,} +[0-9]+\.[0-9]'
rows=$(grep -Ec '^[a-z0-9_]+ +[0-9]+\.[0-9]{3} ' "$copy/out" || :)
[ "$rows" = 1 ] && printf 'passed\tbench NAME prints no other row\t\n' || printf 'failed\tbench NAME prints no other row\t%s rows\n' "$rows"
run "$root/dfw" bench no_such_program
check "bench of an unknown program names those there are" 2 'no benchmark "no_such_program"; there are .*port_io'
one_line "bench of an unknown program: one line"
run "$root/dfw" bench --repeat 0 port_io
check "bench --repeat 0" 2 '--repeat 0: give a number from 1'
one_line "bench --repeat 0: one line"
