# Breakpoints of every kind, with their conditions, hit counts, logs and whether they are enabled, are there when the workbench is
# started again. Prints a result line (passed or failed, name, reason, with tabs between). Needs DISPLAY and what ./dfw test has built.
root=$1
cd "$root"
. releng/dfw.d/jdk.sh
find_jdk
product=releng/org.domainfirmware.repository/target/products/org.domainfirmware.workbench/linux/gtk/$(uname -m)
work=$root/build/test/kept-breakpoints
log=$root/build/log/kept-breakpoints.log
name="breakpoints of every kind outlive the workbench"
rm -rf "$work"
mkdir -p "$work"
cp -R "$product" "$work/eclipse"
# The driver is no part of the product: it comes by the dropins folder.
mkdir -p "$work/eclipse/dropins"
cp tests/org.domainfirmware.ui.driver/target/org.domainfirmware.ui.driver-*-SNAPSHOT.jar "$work/eclipse/dropins/"

workbench() {
	timeout 145 "$jdk/bin/java" -Xmx1g "$@" -jar "$(ls "$work"/eclipse/plugins/org.eclipse.equinox.launcher_*.jar)" \
		-install "$work/eclipse" -configuration "$work/eclipse/configuration" -nosplash -data "$work/workspace" \
		-application org.eclipse.ui.ide.workbench -clean >> "$log" 2>&1
}

: > "$log"
workbench "-Ddfw.breakpoints=$work/before" -Ddfw.makeBreakpoints=true
workbench "-Ddfw.breakpoints=$work/after"
made=$(wc -l < "$work/before")
if [ "$made" -ne 10 ]; then
	printf 'failed\t%s\t%s instead of 10 were made, see build/log/kept-breakpoints.log\n' "$name" "$made"
elif cmp -s "$work/before" "$work/after"; then
	printf 'passed\t%s\t\n' "$name"
else
	printf 'failed\t%s\t%s\n' "$name" "$(diff "$work/before" "$work/after" | tr '\t\n' '  ' | cut -c 1-300)"
fi
rm -rf "$work/eclipse"
