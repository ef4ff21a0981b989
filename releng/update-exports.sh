#!/bin/sh
# Writes the packages found in the emulator's sources into the Export-Package header of its manifest (--check only compares).
# The emulator exports all its packages: what is API to other bundles is the debug port and the machine's configuration,
# and tests reach the rest.
set -eu
cd "$(dirname "$0")/../bundles/org.domainfirmware.emulator"
manifest=META-INF/MANIFEST.MF
wanted=$(find src -name '*.java' ! -name package-info.java -exec dirname {} \; | LC_ALL=C sort -u | sed 's|^src/||; s|/|.|g')
new=$(mktemp)
trap 'rm -f "$new"' EXIT
{
	sed '/^Export-Package:/,$d' "$manifest"
	echo "$wanted" | sed '1s/^/Export-Package: /; 1!s/^/ /; $!s/$/,/'
} > "$new"
cmp -s "$new" "$manifest" && exit 0
[ "${1:-}" = --check ] && { echo "releng/update-exports.sh: $manifest does not export the packages of src; run it and commit" >&2; exit 1; }
cat "$new" > "$manifest"
echo "updated $manifest"
