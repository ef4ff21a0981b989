# Bad usage of ./dfw: one clear line and exit status 2; help and version: status 0.
. "$(dirname "$0")/lib.sh"
copy_dfw
dfw=$copy/checkout/dfw

run "$dfw" --help
check "dfw --help lists the commands" 0 '^  conformance DIR'
run "$dfw" --version
check "dfw --version" 0 '^dfw [0-9]+\.[0-9]+'
run "$dfw"
check "dfw without a command" 2 '^usage:'
run "$dfw" brew
check "unknown command" 2 "unknown command 'brew'"
one_line "unknown command: one line"
run "$dfw" --fast
check "unknown option" 2 "unknown command '--fast'"
run env DISPLAY=:1 "$dfw" ide --fast
check "unknown option of ide" 2 "ide: unknown argument '--fast'"
one_line "unknown option of ide: one line"
run "$dfw" ide --workspace
check "ide --workspace without a directory" 2 "needs a directory"
run "$dfw" firmware all
check "firmware takes no arguments" 2 "takes no arguments, got 'all'"
run "$dfw" test everything
check "unknown suite" 2 "unknown suite 'everything' \(suites: firmware"
run env -u DISPLAY -u WAYLAND_DISPLAY "$dfw" ide
check "ide without a display" 2 "no display: .*xvfb-run.*dfw boot"
one_line "ide without a display: one line"
