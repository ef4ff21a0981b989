# The smoke test and the main job once more, in the same installation and by the same command as Maven's, on the newest JDK of the
# machine.
# Prints result lines (passed, failed or skipped, name, reason, with tabs between). Needs DISPLAY and what ./dfw test has built.
root=$1
cd "$root"
. releng/dfw.d/jdk.sh
newest=$(newest_jdk)
find_jdk
if [ "$newest" = "$jdk" ]; then
	printf 'skipped\tUI tests on a newer JDK\t%s is the newest JDK of the machine\n' "$jdk"
	exit 0
fi
module=tests/org.domainfirmware.ui.tests/target
work=$root/build/test/newest-jdk
rm -rf "$work"
mkdir -p "$work/reports" "$work/workspace"
cp -R "$module/work/configuration" "$work/configuration"
rm -rf "$work/configuration/org.eclipse.osgi" "$work/configuration/org.eclipse.core.runtime"
sed -e '/^__provider.tc/d' -e "s|^reportsdirectory=.*|reportsdirectory=$work/reports|" "$module/surefire.properties" > "$work/surefire.properties"
printf '__provider.tc.%s\n' 0=org.domainfirmware.ui.tests.SmokeTest 1=org.domainfirmware.ui.tests.MainJobTest >> "$work/surefire.properties"
launcher=$(find "$module/work" "${M2_REPOSITORY:-$HOME/.m2/repository}" -name 'org.eclipse.equinox.launcher[-_][0-9]*.jar' | head -n 1)
timeout 280 "$newest/bin/java" -Xmx1g "-Ddfw.screenshots=$work" "-Ddfw.root=$root" -Dosgi.noShutdown=false \
	-jar "$launcher" -data "$work/workspace" -install "$module/work" -configuration "$work/configuration" \
	-application org.eclipse.tycho.surefire.osgibooter.uitest -testproperties "$work/surefire.properties" \
	-product org.domainfirmware.product.product -nouithread > build/log/newest-jdk.log 2>&1
version=$(jdk_version "$newest")
ls "$work"/reports/TEST-*.xml >/dev/null 2>&1 || {
	printf 'failed\tUI tests on JDK %s\tno results, see build/log/newest-jdk.log\n' "$version"
	exit 0
}
awk -f releng/dfw.d/junit-results.awk "$work"/reports/TEST-*.xml | awk -F '\t' -v jdk="$version" '{ print $1 "\t" $2 " on JDK " jdk "\t" $3 }'
