# ./dfw ide builds nothing when nothing changed since ./dfw test, and opens a window.
# Prints a result line (passed, failed, name, reason, with tabs between). Needs DISPLAY and what ./dfw test has built.
root=$1
cd "$root"
name="./dfw ide opens the workbench without building when nothing changed"
log=build/log/second-start.log
rm -rf build/test/second-start
./dfw ide --workspace "$root/build/test/second-start" > "$log" 2>&1 &
workbench=$!
tries=0
# The workspace gets its log or its locked metadata as soon as the platform runs.
until [ -e build/test/second-start/.metadata/.lock ] || grep -q 'building the workbench' "$log" || [ $tries -ge 600 ]; do
	tries=$((tries + 1))
	sleep 0.1
done
kill "$workbench" 2>/dev/null
wait "$workbench" 2>/dev/null
if grep -q 'building the workbench' "$log"; then
	printf 'failed\t%s\tit built again, see %s\n' "$name" "$log"
elif [ -e build/test/second-start/.metadata/.lock ]; then
	printf 'passed\t%s\t\n' "$name"
else
	printf 'failed\t%s\tno workspace after 60 s, see %s\n' "$name" "$log"
fi
rm -rf build/test/second-start
