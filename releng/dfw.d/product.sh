# The workbench: built by Maven when stale, then opened.
product_dir=releng/org.domainfirmware.repository/target/products/org.domainfirmware.workbench/linux/gtk/$(uname -m)
site_dir=releng/org.domainfirmware.repository/target/repository
product_sources="pom.xml .mvn target-platform bundles features releng/org.domainfirmware.repository firmware-src"

build_product() {
	stale build/.product $product_sources || [ ! -x "$product_dir/domain-firmware" ] || return 0
	say "building the workbench (the log is build/log/product.log; minutes the first time)"
	drop_leftovers
	touch build/.product.started
	run_maven product verify "-Dproduct.only=$(uname -m)" ||
		fail "the workbench does not build: $(grep -m 3 '^\[ERROR\]' build/log/product.log)"
	mv build/.product.started build/.product
}

# The compiler keeps classes whose source is gone, and p2 keeps a bundle whose version did not change though its bytes did.
drop_leftovers() {
	rm -rf bundles/*/target/classes tests/*/target/classes releng/org.domainfirmware.repository/target/products
}

need_workspace() {
	mkdir -p "$1" 2>/dev/null && [ -w "$1" ] || refuse "cannot write to the workspace $1: name another with --workspace DIR"
}

open_product() {
	find_jdk
	say "opening the workbench on $1"
	DFW_JAVA=$jdk/bin/java exec "$product_dir/domain-firmware" -data "$1"
}

# finish_site SITE ZIP: makes the metadata of an update site reproducible and packs it.
finish_site() {
	find_jdk
	time=$(commit_time)
	"$jdk/bin/java" releng/site/NormaliseSite.java "$1" "${time:-2024-06-01T00:00:00Z}" "$2"
}
