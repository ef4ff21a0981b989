# The emulator on a bare JVM: compiled by javac alone, because boot, unit tests and benchmarks must not wait for Maven.
emulator_src=bundles/org.domainfirmware.emulator/src
emulator_main=org.domainfirmware.emulator.cli.Main
emulator_jar=build/lib/emulator.jar
emulator_cds=build/lib/emulator.jsa
# References of full width: guest code runs as chains of loads, and each would first expand a compressed one (5 to 20 % of speed).
emulator_jvm="-XX:+UseSerialGC -XX:-UseCompressedOops"

# The libraries of releng/bare-jvm/pom.xml, copied once from Maven into build/lib (run time) and build/lib/test.
prepare_libraries() {
	stale build/lib/.libraries releng/bare-jvm/pom.xml || return 0
	need_tools libraries
	need_writable
	say "fetching the libraries of the emulator (once)"
	rm -rf build/lib
	run_maven libraries -f releng/bare-jvm/pom.xml dependency:copy@run dependency:copy@test "-Dlib=$build/lib" ||
		fail "the libraries could not be fetched: $(grep -m 1 '^\[ERROR\]' build/log/libraries.log)"
	touch build/lib/.libraries
}

run_classpath() {
	path=$root/$emulator_jar
	for jar in "$root"/build/lib/*.jar; do
		[ "$jar" = "$root/$emulator_jar" ] || path=$path:$jar
	done
	printf '%s\n' "$path"
}

# compile SOURCES CLASSES [CLASSPATH [SOURCEPATH]]: Java and, beside it, every resource of the source folder.
compile() {
	rm -rf "$2"
	mkdir -p "$2"
	find "$1" -name '*.java' | sed 's/.*/"&"/' > "$2.files"
	[ -s "$2.files" ] || return 0
	"$jdk/bin/javac" --release 17 -encoding UTF-8 -nowarn -proc:none -d "$2" ${3:+-cp "$3"} ${4:+-sourcepath "$4"} "@$2.files" >&2 || return 1
	(cd -- "$1" && find . -type f ! -name '*.java' ! -name package.html) | while read -r resource; do
		mkdir -p "$2/$(dirname "$resource")"
		cp -- "$1/$resource" "$2/$resource"
	done
}

prepare_emulator() {
	find_jdk || need_tools emulator
	find_jdk || refuse "no JDK 17 or later found: install openjdk-17-jdk, or set JAVA_HOME"
	prepare_libraries
	stale "$emulator_jar" "$emulator_src" || return 0
	need_writable
	say "compiling the emulator"
	mkdir -p build/classes build/lib
	compile "$emulator_src" build/classes/emulator "$(run_classpath)" || fail "the emulator does not compile (messages above)"
	"$jdk/bin/jar" --create --file build/lib/emulator.new --main-class "$emulator_main" -C build/classes/emulator . ||
		fail "cannot write $emulator_jar"
	mv build/lib/emulator.new "$emulator_jar"
	make_cds_archive
}

# A class data sharing archive halves the start. It is a convenience: without one the same guest starts, only later.
make_cds_archive() {
	rm -f "$emulator_cds"
	"$jdk/bin/java" $emulator_jvm -XX:ArchiveClassesAtExit="$emulator_cds" -Xlog:disable -cp "$(run_classpath)" \
		"$emulator_main" boot --limit-instructions 200000 > build/log.cds 2>&1 || :
	mkdir -p build/log
	mv build/log.cds build/log/cds.log
}

# Runs the command line of the emulator in place of this shell. The folder of the default ROMs is told by a property.
run_emulator() {
	set -- -cp "$(run_classpath)" "-Ddfw.firmware=$build/firmware" "-Ddfw.bench=$root/tests/programs/bench" $emulator_main "$@"
	[ ! -e "$root/$emulator_cds" ] || set -- "-XX:SharedArchiveFile=$root/$emulator_cds" -Xshare:auto "$@"
	exec "$jdk/bin/java" $emulator_jvm -Xlog:disable -Xlog:all=error:stderr ${DFW_VMARGS:-} "$@"
}
