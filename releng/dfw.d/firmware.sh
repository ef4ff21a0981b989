# Building firmware-src.

# make_firmware CHECKOUT FOLDER: the folder is named relative to the checkout. make cannot handle blanks in file names, so a checkout
# with blanks in its path is built through a link.
make_firmware() {
	case $1 in
	*[[:space:]]*)
		links=$(mktemp -d)
		ln -s "$1" "$links/checkout"
		code=0
		make -s -C "$links/checkout/firmware-src" "OUT=$links/checkout/$2" || code=$?
		rm -rf "$links"
		return "$code"
		;;
	*) make -s -C "$1/firmware-src" "OUT=$1/$2" ;;
	esac
}

build_firmware() {
	[ -e firmware-src/Makefile ] || fail "firmware-src/Makefile is missing: the checkout is incomplete"
	mkdir -p build/firmware
	make_firmware "$root" build/firmware >&2 || fail "the firmware does not build (messages above)"
	touch build/firmware/.built
}

prepare_firmware() {
	stale build/firmware/.built firmware-src || return 0
	need_tools firmware
	need_writable
	say "building the firmware"
	build_firmware
}

# True when the guest gets a BIOS and a VGA BIOS by option, or when only help is wanted: then ours need not be built.
wants_own_roms() {
	rombios= vgabios=
	for argument in "$@"; do
		case $argument in
		--rombios | --rombios=*) rombios=yes ;;
		--vgabios | --vgabios=*) vgabios=yes ;;
		--help | -h | --version) return 0 ;;
		esac
	done
	[ "$rombios$vgabios" = yesyes ]
}
