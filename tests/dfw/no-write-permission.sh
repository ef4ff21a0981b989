# A checkout that cannot be written: one line that names the folder, exit status 2. As root everything can be written, so the
# test steps down to an ordinary user.
. "$(dirname "$0")/lib.sh"
copy_dfw
mkdir -p "$copy/checkout/firmware-src"
printf 'all:\n' > "$copy/checkout/firmware-src/Makefile"
chmod -R a+rX "$copy"
chmod -R a-w "$copy/checkout"
user=
[ "$(id -u)" != 0 ] || user="setpriv --reuid=65534 --regid=65534 --clear-groups"
run env HOME="$copy" $user "$copy/checkout/dfw" firmware
check "checkout without write permission" 2 'cannot write to .*dfw test .*/build'
one_line "checkout without write permission: one line"
