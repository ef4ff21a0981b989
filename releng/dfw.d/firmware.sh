# Building firmware-src.

build_firmware() {
	[ -e firmware-src/Makefile ] || fail "firmware-src/Makefile is missing: the checkout is incomplete"
	# A relative OUT keeps make working when the checkout's path has spaces.
	mkdir -p build/firmware
	make -s -C firmware-src OUT=../build/firmware >&2 || fail "the firmware does not build (messages above)"
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
