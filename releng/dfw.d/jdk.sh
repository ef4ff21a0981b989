# The JDK. Its version is read from its release file, because starting a java only to ask costs boot a tenth of a second.

jdk_version() {
	sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

# All JDKs of the machine of version 17 or later, the one of JAVA_HOME first, then the one on the path.
all_jdks() {
	{
		[ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
		javac=$(command -v javac 2>/dev/null) && dirname "$(dirname "$(readlink -f "$javac")")"
		for home in /usr/lib/jvm/* /opt/jdk*; do
			[ ! -x "$home/bin/javac" ] || readlink -f "$home"
		done
	} | awk '!seen[$0]++' | while read -r home; do
		[ -x "$home/bin/javac" ] && [ "$(jdk_version "$home")" -ge 17 ] 2>/dev/null && echo "$home"
	done || true
}

newest_jdk() {
	all_jdks | while read -r home; do echo "$(jdk_version "$home") $home"; done | sort -n | tail -n 1 | cut -d ' ' -f 2-
}

# Sets jdk to the JDK to use; false when there is none.
find_jdk() {
	[ -z "${jdk:-}" ] || return 0
	jdk=$(all_jdks | head -n 1)
	[ -n "$jdk" ]
}
