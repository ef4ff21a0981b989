# A checkout in a folder whose path has spaces: firmware builds there and a guest starts.
. "$(dirname "$0")/lib.sh"
copy_dfw
cp -R "$root/firmware-src" "$copy/checkout/" 2>/dev/null
mkdir -p "$copy/checkout/bundles/org.domainfirmware.emulator" "$copy/checkout/build"
cp -R "$root/bundles/org.domainfirmware.emulator/src" "$copy/checkout/bundles/org.domainfirmware.emulator/"
# The libraries were fetched before; here only the path matters.
cp -R "$root/build/lib" "$copy/checkout/build/"
rm -f "$copy/checkout/build/lib/emulator.jar" "$copy/checkout/build/lib/emulator.jsa"
touch "$copy/checkout/build/lib/.libraries"

run "$copy/checkout/dfw" firmware
check "firmware builds in a path with spaces" 0 'rombios.rom'
cd "$copy"
run checkout/dfw boot --limit-instructions 1000
check "boot in a path with spaces, from another folder" 1 'instruction limit reached'
run checkout/dfw boot --no-such-option
check "unknown option of boot" 2 '--no-such-option'
