# Messages, failures and staleness. Read by dfw; $root and $build are set.

# Progress goes to standard error, so that the output of a guest stays alone on standard output.
say() {
	echo "dfw: $*" >&2
}

# Bad usage or something missing.
refuse() {
	say "$*"
	exit 2
}

# Something that should have worked did not.
fail() {
	say "$*"
	exit 1
}

# A path as the caller meant it: relative to the directory dfw was called from.
from_caller() {
	case $1 in
	/*) printf '%s\n' "$1" ;;
	*) printf '%s\n' "$called_from/$1" ;;
	esac
}

need_writable() {
	mkdir -p "$build" 2>/dev/null && [ -w "$build" ] ||
		refuse "cannot write to $build: builds go there. Make the checkout writable, or clone it where you may write"
}

# stale STAMP PATH...: true when STAMP is missing or one of the files or folders is newer. Folders count as well as files,
# because a deleted file only shows in the time of its folder. The folder beside a target folder does not count: the build that
# makes the target folder changes its time.
stale() {
	stamp=$1
	shift
	[ -e "$stamp" ] || return 0
	for path in "$@"; do
		[ -e "$path" ] || continue
		[ -z "$(find "$path" \( -name target -o -name bin \) -prune -o -newer "$stamp" ! -exec test -d {}/target \; -print 2>/dev/null | head -n 1)" ] || return 0
	done
	return 1
}

# The time of the commit is the version qualifier: the same commit gives the same bytes.
commit_time() {
	TZ=UTC0 git -C "$root" log -1 --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd 2>/dev/null || true
}
