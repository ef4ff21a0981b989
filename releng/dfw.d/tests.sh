# The tests. Every suite writes its results to build/test/SUITE.results, a line a test: passed, failed or skipped, its name, the
# reason, with tabs between; the summary at the end counts them.
test_suites="firmware unit script osgi ui"

# Test folders that run on a bare JVM, without OSGi.
bare_jvm_tests="tests/org.domainfirmware.emulator.tests tests/org.domainfirmware.boot.tests tests/org.domainfirmware.firmware.core.tests tests/org.domainfirmware.debug.core.tests tests/org.domainfirmware.debug.ui.tests"
# Bundles of which they test what needs no Eclipse, and tests whose helpers others use: compiled as far as the tests refer to them.
bare_jvm_sources=tests/org.domainfirmware.emulator.tests/src:bundles/org.domainfirmware.firmware.core/src:bundles/org.domainfirmware.debug.core/src:bundles/org.domainfirmware.debug.ui/src

command_test() {
	case ${1:-} in -h | --help) usage && return ;; esac
	for suite in "$@"; do
		case " $test_suites " in
		*" $suite "*) ;;
		*) refuse "test: unknown suite '$suite' (suites: $test_suites)" ;;
		esac
	done
	[ $# -gt 0 ] || set -- $test_suites
	need_tools test
	need_writable
	rm -rf build/test
	mkdir -p build/test build/log
	suites_to_run=$*
	checkout_before=$(checkout_state)
	for suite in $suites_to_run; do
		# One Maven run serves both.
		[ "$suite" != ui ] || [ ! -e build/test/osgi.results ] || continue
		say "test: $suite"
		started=$(date +%s)
		"suite_$suite"
		say "test: $suite took $(($(date +%s) - started)) s"
	done
	if [ "$(checkout_state)" = "$checkout_before" ]; then
		result checkout passed "the tests leave nothing in the checkout"
	else
		result checkout failed "the tests leave nothing in the checkout" "$(git status --short | head -n 5 | tr '\n' ';')"
	fi
	summary
}

# What git sees in the checkout beside the commit; nothing when it is no clone.
checkout_state() {
	git status --porcelain 2>/dev/null || :
}

# result SUITE passed|failed|skipped NAME [REASON]
result() {
	printf '%s\t%s\t%s\n' "$2" "$3" "${4:-}" >> "build/test/$1.results"
}

suite_firmware() {
	for copy in first second; do
		mkdir -p build/test/firmware-$copy
		make_firmware "$root" "build/test/firmware-$copy" > build/log/firmware-$copy.log 2>&1 || {
			result firmware failed "build of the firmware" "see build/log/firmware-$copy.log"
			return
		}
	done
	result firmware passed "build of the firmware"
	different=$(cd build/test/firmware-first && for rom in *.rom; do cmp -s "$rom" "../firmware-second/$rom" || echo "$rom"; done)
	if [ -z "$different" ]; then
		result firmware passed "two builds give the same bytes"
	else
		result firmware failed "two builds give the same bytes" "different: $different"
	fi
}

suite_unit() {
	prepare_emulator
	(prepare_firmware) || result unit failed "firmware for the unit tests" "it does not build"
	for folder in $bare_jvm_tests; do
		classes=build/test/classes/$(basename "$folder")
		junit=$(ls "$root"/build/lib/test/junit-platform-console-standalone-*.jar)
		compile "$folder/src" "$classes" "$(run_classpath):$junit" "$bare_jvm_sources" || {
			result unit failed "$folder" "does not compile"
			continue
		}
		# Classes run side by side, the methods of one class one after the other.
		"$jdk/bin/java" -Xmx2g \
			"-Ddfw.firmware=$build/firmware" "-Ddfw.root=$root" \
			-jar "$junit" execute --scan-classpath "$root/$classes" --class-path "$root/$classes:$(run_classpath)" \
			--details none --disable-banner --reports-dir "build/test/reports/$(basename "$folder")" --include-classname '.*' \
			--config junit.jupiter.execution.parallel.enabled=true \
			--config junit.jupiter.execution.parallel.mode.default=same_thread \
			--config junit.jupiter.execution.parallel.mode.classes.default=concurrent \
			> build/log/unit.log 2>&1 || code=$?
		collect_reports unit "build/test/reports/$(basename "$folder")" || result unit failed "$folder" "no reports, see build/log/unit.log"
	done
}

suite_script() {
	rm -f build/log/script.log
	for script in tests/dfw/*.sh; do
		case $script in */lib.sh) continue ;; esac
		timeout 300 sh "$script" "$root" >> build/test/script.results 2>> build/log/script.log ||
			result script failed "$(basename "$script" .sh)" "ended with status $?, see build/log/script.log"
	done
}

suite_ui() {
	suite_osgi
}

# OSGi and UI tests: the whole reactor, with a virtual screen when there is none.
suite_osgi() {
	: > build/test/osgi.results
	rm -rf tests/*/target/surefire-reports
	drop_leftovers
	mkdir -p build/screenshots
	start_screen
	touch build/.product.started
	if run_maven test verify -Dmaven.test.failure.ignore=true; then
		mv build/.product.started build/.product
		finish_site "$site_dir" "$build/site.zip" || result osgi failed "update site" "its metadata cannot be read"
	else
		result osgi failed "build of the workbench" "$(grep -m 1 '^\[ERROR\]' build/log/test.log | cut -c 1-300); see build/log/test.log"
	fi
	for reports in tests/*/target/surefire-reports; do
		[ ! -d "$reports" ] || collect_reports osgi "$reports" || result osgi failed "$reports" "holds no results"
	done
	rm -f build/log/workbench.log
	for script in tests/workbench/*.sh; do
		[ -e "$script" ] || continue
		timeout 300 sh "$script" "$root" >> build/test/osgi.results 2>> build/log/workbench.log ||
			result osgi failed "$(basename "$script" .sh)" "ended with status $?, see build/log/workbench.log"
	done
	stop_screen
}

start_screen() {
	[ -z "${DISPLAY:-}" ] || return 0
	rm -f build/test/display
	Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3> build/test/display > build/log/xvfb.log 2>&1 &
	screen=$!
	trap stop_screen EXIT
	trap 'exit 130' INT TERM
	tries=0
	until [ -s build/test/display ]; do
		tries=$((tries + 1))
		[ $tries -lt 100 ] && kill -0 "$screen" 2>/dev/null || fail "Xvfb does not start: $(cat build/log/xvfb.log)"
		sleep 0.1
	done
	export DISPLAY=":$(cat build/test/display)"
}

stop_screen() {
	[ -n "${screen:-}" ] || return 0
	kill "$screen" 2>/dev/null || :
	screen=
	unset DISPLAY
}

# collect_reports SUITE FOLDER: the JUnit XML reports of a folder as result lines; false when there are none.
collect_reports() {
	ls "$2"/TEST-*.xml >/dev/null 2>&1 || return 1
	awk -f releng/dfw.d/junit-results.awk "$2"/TEST-*.xml >> "build/test/$1.results"
}

summary() {
	echo
	cat build/test/*.results > build/test/all 2>/dev/null || :
	awk -F '\t' '$1 == "skipped" { count[$3]++; name[$3] = $2 }
		END { for (r in count) printf "skipped: %s (%d test%s)\n", name[r] (count[r] > 1 ? " and others" : "") ": " r, count[r], count[r] > 1 ? "s" : "" }' \
		build/test/all | sort
	awk -F '\t' '$1 == "failed" { printf "FAILED: %s: %s\n", $2, $3 }' build/test/all
	for suite in $suites_to_run; do
		[ ! -s "build/test/$suite.results" ] || echo "$suite: $(counts "build/test/$suite.results")"
	done
	counts build/test/all
	[ -s build/test/all ] && ! grep -q '^failed' build/test/all
}

counts() {
	awk -F '\t' '{ n[$1]++ } END { printf "%d passed, %d failed, %d skipped\n", n["passed"], n["failed"], n["skipped"] }' "$1"
}
