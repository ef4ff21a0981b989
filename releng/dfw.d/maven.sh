# Maven: Tycho needs 3.9. An older one on the machine fetches a newer one into .tools.
maven_version=3.9.9
maven_home=$root/.tools/apache-maven-$maven_version

need_maven() {
	[ -z "${maven:-}" ] || return 0
	find_jdk || refuse "no JDK 17 or later found: install openjdk-17-jdk, or set JAVA_HOME"
	export JAVA_HOME="$jdk"
	if [ -x "$maven_home/bin/mvn" ]; then
		maven=$maven_home/bin/mvn
		return
	fi
	command -v mvn >/dev/null 2>&1 || refuse "mvn not found: install it with: sudo apt-get install -y maven"
	case $(mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p') in
	3.9.* | 3.[1-9][0-9]*) maven=$(command -v mvn) ;;
	*) fetch_maven ;;
	esac
}

fetch_maven() {
	say "fetching Maven $maven_version into .tools (once)"
	mkdir -p .tools
	# The plugin leaves marker files in a folder of the literal name of a property when there is no project: let it do so in .tools.
	(cd .tools && mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.6.1:unpack \
		"-Dartifact=org.apache.maven:apache-maven:$maven_version:zip:bin" -DoutputDirectory=. >&2) ||
		fail "Maven $maven_version could not be fetched (see above); put Maven 3.9 on the path instead"
	rm -rf '.tools/${project.basedir}'
	maven=$maven_home/bin/mvn
}

# run_maven ARGUMENTS: quiet on the console except errors; the whole log is kept in build/log.
run_maven() {
	log=$1
	shift
	need_maven
	mkdir -p "$build/log"
	time=$(commit_time)
	"$maven" -B -ntp ${time:+"-Ddfw.commitTime=$time"} "$@" > "$build/log/$log.log" 2>&1
}
