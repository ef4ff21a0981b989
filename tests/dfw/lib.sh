# Shared by the tests of ./dfw: each prints result lines (passed, failed or skipped, name, reason, with tabs between).
root=$1
copy=$(mktemp -d "${TMPDIR:-/tmp}/dfw test XXXXXX")
trap 'chmod -R u+w "$copy" 2>/dev/null; rm -rf "$copy"' EXIT

# A copy of what dfw itself consists of, in a folder whose name has spaces: nothing these tests do may touch the checkout.
copy_dfw() {
	mkdir -p "$copy/checkout/releng"
	cp "$root/dfw" "$root/pom.xml" "$copy/checkout/"
	cp -R "$root/releng/dfw.d" "$root/releng/bare-jvm" "$copy/checkout/releng/"
	chmod -R go+rX "$copy"
}

# run COMMAND...: sets status, and leaves the outputs in $copy/out and $copy/err.
run() {
	status=0
	timeout 120 "$@" > "$copy/out" 2> "$copy/err" || status=$?
}

# check NAME STATUS PATTERN: the last run ended with STATUS and its messages hold PATTERN.
check() {
	if [ "$status" != "$2" ]; then
		printf 'failed\t%s\tstatus %s instead of %s: %s\n' "$1" "$status" "$2" "$(head -n 1 "$copy/err")"
	elif ! cat "$copy/out" "$copy/err" | grep -Eq -- "$3"; then
		printf 'failed\t%s\tno "%s" in: %s\n' "$1" "$3" "$(head -n 1 "$copy/err")"
	else
		printf 'passed\t%s\t\n' "$1"
	fi
}

# one_line NAME: the last run said exactly one line on standard error and nothing on standard output.
one_line() {
	lines=$(wc -l < "$copy/err")
	if [ "$lines" = 1 ] && [ ! -s "$copy/out" ]; then
		printf 'passed\t%s\t\n' "$1"
	else
		printf 'failed\t%s\t%s lines instead of one: %s\n' "$1" "$lines" "$(head -n 2 "$copy/err" | tr '\n\t' '  ')"
	fi
}
