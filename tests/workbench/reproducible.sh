# The same commit gives the same bytes: a copy of the checkout, in another place and at another time, builds the same update site.
# Prints result lines (passed, failed or skipped, name, reason, with tabs between). Needs what ./dfw test has built.
root=$1
build=$root/build
cd "$root"
for part in common jdk maven product; do
	. "releng/dfw.d/$part.sh"
done
work=$build/test/reproducible
rm -rf "$work"
mkdir -p "$work/checkout"
tar -c --exclude=./build --exclude=./.tools --exclude=target --exclude=./tests --exclude=./.git . | tar -x -C "$work/checkout"
mkdir -p "$work/checkout/tests"
sed -i '/<module>tests/d' "$work/checkout/pom.xml"
name="two builds give the same update site"
(cd "$work/checkout" && run_maven reproducible verify) || {
	printf 'failed\t%s\tthe second build failed, see build/log/reproducible.log\n' "$name"
	exit 0
}
finish_site "$work/checkout/$site_dir" "$work/second.zip"
if cmp -s "$build/site.zip" "$work/second.zip"; then
	printf 'passed\t%s\t\n' "$name"
else
	different=$(diff -rq "$site_dir" "$work/checkout/$site_dir" | head -n 5 | tr '\n\t' '; ')
	printf 'failed\t%s\t%s\n' "$name" "$different"
fi
rm -rf "$work"
