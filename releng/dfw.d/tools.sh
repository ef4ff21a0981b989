# The tools of the machine: what is needed, by which command, and the Debian package that has it.

# check | Debian package | commands that need it. Checks: cmd:NAME on the path, file:PATH, lib:SONAME, m32: gcc links 32-bit programs.
tool_table() {
	cat <<'TABLE'
cmd:git            | git                   | ide test
cmd:make           | make                  | ide firmware test
cmd:gcc            | gcc                   | ide firmware test
cmd:ld             | binutils              | ide firmware test
m32                | gcc-multilib          | ide firmware test
cmd:nasm           | nasm                  | ide firmware test
cmd:javac          | openjdk-17-jdk        | ide test emulator
cmd:mvn            | maven                 | ide test libraries
lib:libgtk-3.so.0  | libgtk-3-0            | ide test
file:/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf | fonts-dejavu-core | ide test
cmd:xdg-mime       | xdg-utils             | ide test
cmd:Xvfb           | xvfb                  | test
cmd:setpriv        | util-linux            | test
cmd:syslinux       | syslinux              | test
file:/usr/lib/syslinux/modules/bios/menu.c32 | syslinux-common | test
file:/usr/lib/ISOLINUX/isolinux.bin | isolinux | test
cmd:xorriso        | xorriso               | test
cmd:mcopy          | mtools                | test
cmd:mkfs.fat       | dosfstools            | test
cmd:grub-mkimage   | grub-common           | test
file:/usr/lib/grub/i386-pc/boot.img | grub-pc-bin | test
pkg:memtest86+     | memtest86+            | test
pkg:ipxe           | ipxe                  | test
file:/usr/share/seabios/bios.bin | seabios  | test
file:/usr/share/bochs/BIOS-bochs-latest | bochsbios | test
file:/usr/share/vgabios/vgabios.bin | vgabios | test
cmd:qemu-system-i386 | qemu-system-x86     | test
cmd:bochs          | bochs                 | test
cmd:bcc            | bcc                   | test
cmd:as86           | bin86                 | test
TABLE
}

have_tool() {
	case $1 in
	cmd:javac) find_jdk ;;
	cmd:mvn) [ -x "$maven_home/bin/mvn" ] || command -v mvn >/dev/null 2>&1 ;;
	cmd:*) PATH=$PATH:/usr/sbin:/sbin command -v "${1#cmd:}" >/dev/null 2>&1 ;;
	file:*) [ -e "${1#file:}" ] ;;
	lib:*) PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null | grep -q "${1#lib:}" || ls /usr/lib/*/"${1#lib:}" >/dev/null 2>&1 ;;
	pkg:*) [ -e "/usr/share/doc/${1#pkg:}" ] ;;
	m32) command -v gcc >/dev/null 2>&1 && [ -e "$(gcc -m32 -print-libgcc-file-name 2>/dev/null)" ] ;;
	esac
}

# The checks that fail for a command, a line "check package" each.
missing_tools() {
	tool_table | while IFS='|' read -r check package users; do
		check=$(echo $check)
		case " $users " in
		*" $1 "*) have_tool "$check" || echo "$check" $package ;;
		esac
	done
}

# need_tools COMMAND: returns when everything is there, after installing it where that is possible.
need_tools() {
	missing=$(missing_tools "$1")
	[ -n "$missing" ] || return 0
	packages=$(echo "$missing" | awk '{ print $2 }' | sort -u | tr '\n' ' ')
	names=$(echo "$missing" | awk '{ sub(/^[a-z]*:/, "", $1); print $1 }' | tr '\n' ' ')
	install="apt-get install -y --no-install-recommends $packages"
	[ "${DFW_INSTALL:-yes}" = yes ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && [ -e /etc/debian_version ] || {
		say "missing: $names"
		refuse "install it with: sudo $install"
	}
	say "missing: $names"
	say "installing with: $install"
	{ apt-get update && DEBIAN_FRONTEND=noninteractive $install; } >&2 || refuse "apt-get could not install: $packages"
	missing=$(missing_tools "$1")
	[ -z "$missing" ] || refuse "still missing after the installation: $(echo "$missing" | awk '{ print $1 }' | tr '\n' ' ')"
}

need_display() {
	[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || refuse "no display: DISPLAY is not set. Start this from a desktop session, over 'ssh -X'," \
		"or on a virtual screen with 'xvfb-run ./dfw ide'. './dfw boot' runs a guest without a display"
}
