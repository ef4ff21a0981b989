# Reads `objdump -d` of the image. A memory operand at a fixed offset of 400h or more is a table of this ROM, which GS
# reaches (or FS, ES for memory elsewhere). gcc has lost such a prefix while it moved code (12.2, code hoisting), and the
# program then read the caller's stack; hence this check. Prints the places and exits 1.
function number(hex,    value, i) {
	value = 0
	for (i = 3; i <= length(hex); i++)
		value = value * 16 + index("0123456789abcdef", substr(hex, i, 1)) - 1
	return value
}
/^[0-9a-f]+ <.*>:$/ { place = $2 }
/^ *[0-9a-f]+:\t/ {
	count = split($0, part, "\t")
	if (count < 2 || part[2] ~ /^(call|j|lea|loop|ljmp|lcall)/)
		next
	text = part[2]
	sub(/ *[#<].*/, "", text)
	gsub(/%[efg]s:-?0x[0-9a-f]+/, "", text)
	gsub(/\$-?0x[0-9a-f]+/, "", text)
	while (match(text, /-?0x[0-9a-f]+/)) {
		hex = substr(text, RSTART, RLENGTH)
		if (substr(hex, 1, 1) != "-" && number(hex) >= 1024) {
			print "no segment prefix: " place " " $0 > "/dev/stderr"
			bad = 1
		}
		text = substr(text, RSTART + RLENGTH)
	}
}
END { exit bad }
