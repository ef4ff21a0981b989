# A missing tool: its name and the command that installs it, exit status 2. The path is cut down to a folder of links, so that
# the tools of the machine are hidden from dfw.
. "$(dirname "$0")/lib.sh"
copy_dfw
mkdir -p "$copy/path"
for tool in sh awk basename cat cut dirname env find grep head id ls mkdir mktemp mv readlink rm sed sleep sort tail touch tr uname wc git timeout; do
	ln -s "$(command -v $tool)" "$copy/path/$tool"
done

run env PATH="$copy/path" DFW_INSTALL=no "$copy/checkout/dfw" firmware
check "missing make and gcc are named" 2 'missing: .*make.*gcc'
check "the command that installs them is printed" 2 'sudo apt-get install -y --no-install-recommends .*gcc-multilib.*make'

# dfw looks for JDKs in /usr/lib/jvm too, so a machine with one there can only show that it is found without javac on the path.
found=$(env -u JAVA_HOME PATH="$copy/path" sh -c 'root=; . "$1/releng/dfw.d/jdk.sh"; find_jdk && echo "$jdk"' sh "$root")
if [ -n "$found" ]; then
	run "$found/bin/javac" -version
	check "a JDK beside the path is found" 0 'javac (1[7-9]|[2-9][0-9])'
else
	run env -u JAVA_HOME PATH="$copy/path" DFW_INSTALL=no "$copy/checkout/dfw" conformance /nowhere
	check "a missing JDK is named" 2 'openjdk-17-jdk'
fi
