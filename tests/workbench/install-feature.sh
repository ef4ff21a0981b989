# The feature installs, by the p2 director and from the built update site, into an Eclipse without our plug-ins, and its views open
# there. That Eclipse is a copy of the product from which the director has taken our features.
# Prints result lines (passed, failed or skipped, name, reason, with tabs between). Needs DISPLAY and what ./dfw test has built.
root=$1
cd "$root"
. releng/dfw.d/jdk.sh
find_jdk
product=releng/org.domainfirmware.repository/target/products/org.domainfirmware.workbench/linux/gtk/$(uname -m)
site=$root/releng/org.domainfirmware.repository/target/repository
work=$root/build/test/install-feature
log=$root/build/log/install-feature.log
rm -rf "$work"
mkdir -p "$work"
cp -R "$product" "$work/eclipse"

eclipse() {
	timeout 200 "$jdk/bin/java" -Xmx1g "-Ddfw.openViews=$work/views" "-Ddfw.screenshots=$root/build/screenshots" \
		-jar "$(ls "$work"/eclipse/plugins/org.eclipse.equinox.launcher_*.jar)" -install "$work/eclipse" \
		-configuration "$work/eclipse/configuration" -nosplash -data "$work/workspace" "$@" >> "$log" 2>&1
}

director() {
	eclipse -application org.eclipse.equinox.p2.director -destination "$work/eclipse" "$@"
}

outcome() {
	[ "$1" = 0 ] && printf 'passed\t%s\t\n' "$2" || printf 'failed\t%s\tsee build/log/install-feature.log\n' "$2"
}

: > "$log"
director -uninstallIU org.domainfirmware.feature.feature.group,org.domainfirmware.product.feature.feature.group
outcome $? "the director removes our features"
ours=$(grep -c -E '^(org.domainfirmware|org.eclipse.cdt)' "$work/eclipse/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info")
[ "$ours" = 0 ]
outcome $? "the copy runs without our plug-ins and without CDT"
director -repository "file:$site" -installIU org.domainfirmware.feature.feature.group
outcome $? "the director installs the feature from the update site"
grep -q '^org.eclipse.cdt.core.native,' "$work/eclipse/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"
outcome $? "the update site fills the gap of a missing CDT"
# The driver is no part of the feature: it comes by the dropins folder.
mkdir -p "$work/eclipse/dropins"
cp tests/org.domainfirmware.ui.driver/target/org.domainfirmware.ui.driver-*-SNAPSHOT.jar "$work/eclipse/dropins/"
eclipse -application org.eclipse.ui.ide.workbench -clean
cat "$work/views" 2>/dev/null || outcome 1 "the views of the installed feature open"
rm -rf "$work/eclipse"
