# JUnit XML reports in, a line a test out: passed, failed or skipped, the name, the reason, with tabs between.

function attribute(text, name,    start, rest) {
	start = match(text, "[ \t]" name "=\"[^\"]*\"")
	if (!start) return ""
	rest = substr(text, RSTART, RLENGTH)
	sub(/^[^"]*"/, "", rest)
	sub(/"$/, "", rest)
	return plain(rest)
}

function plain(text) {
	sub(/<!\[CDATA\[/, "", text)
	sub(/\]\]>.*/, "", text)
	gsub(/&lt;/, "<", text)
	gsub(/&gt;/, ">", text)
	gsub(/&quot;/, "\"", text)
	gsub(/&#10;.*/, "", text)
	gsub(/&amp;/, "\\&", text)
	gsub(/\t/, " ", text)
	return substr(text, 1, 300)
}

function finish() {
	if (name != "") print outcome "\t" name "\t" reason
	name = ""
}

# A reason may be the text of the element instead of an attribute, then it starts on the same line.
function content(line,    text) {
	text = attribute(line, "message")
	if (text != "") return text
	text = line
	sub(/^[^>]*>/, "", text)
	sub(/<\/(skipped|failure|error)>.*/, "", text)
	return plain(text)
}

/<testcase / {
	finish()
	class = attribute($0, "classname")
	sub(/.*\./, "", class)
	name = class "." attribute($0, "name")
	outcome = "passed"
	reason = ""
}
/<(skipped|failure|error)[ >\/]/ && name != "" {
	outcome = /<skipped/ ? "skipped" : "failed"
	reason = content($0)
}
/<\/testcase>/ { finish() }
END { finish() }
