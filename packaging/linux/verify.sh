#!/usr/bin/env bash
# Installs the package on a bare Debian 12, draws in it, and takes it away again: packaging/linux/verify.sh [DEB] [FOLDER]
#
# The Debian is made in FOLDER, target/verify without one, by debootstrap, once, and copied for each run, so this runs as
# root. screen.png and screen-drawn.png are left there. What the package's own dependencies must bring is not installed
# beforehand; the display and the tools that look at it are installed after it, and apart from it.
set -euo pipefail

project=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
# shellcheck source-path=SCRIPTDIR source=../common/libraries.sh
. "$project/packaging/common/libraries.sh"

step() {
    printf '\n==== %s (after %d s)\n' "$1" "$SECONDS"
}

in_root() {
    chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

as_person() {
    in_root setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/person DISPLAY=:7 "$@"
}

files_of_person() {
    (cd "$root/home/person" && find . -type f -o -type l | sort)
}

nothing_unpacked() {
    if files_of_person | grep -E '\.so|javacpp|openjfx'; then
        fail "That was unpacked, which takes time at the first start."
    fi
}

wait_for() {
    local what=$1 tries
    shift
    for ((tries = 0; tries < 60; tries++)); do
        if "$@" >/dev/null 2>&1; then
            return 0
        fi
        sleep 1
    done
    fail "$what did not come within a minute."
}

clean_up() {
    local pid
    for pid in "${program:-}" "${display:-}"; do
        [[ -z $pid ]] || kill "$pid" 2>/dev/null || true
    done
    umount "$root/proc" "$root/dev/shm" "$root/dev" 2>/dev/null || true
}

draw_seven() {
    # In the pad at the left, by absolute places on the screen; not faster than the window can follow.
    local -a way=(mousemove 90 140 mousedown 1 sleep 0.1)
    local step
    for ((step = 1; step <= 14; step++)); do
        way+=(mousemove $((90 + 10 * step)) $((140 - step / 4)) sleep 0.03)
    done
    for ((step = 1; step <= 14; step++)); do
        way+=(mousemove $((230 - 5 * step)) $((137 + 13 * step)) sleep 0.03)
    done
    as_person xdotool "${way[@]}" sleep 0.1 mouseup 1
}

has_drawing() {
    find "$root/home/person/.local/share/digitscope" -name '*.ndjson' -size +20c | grep -q .
}

[[ $(id -u) -eq 0 ]] || fail "This makes a system in a folder, for which it must run as root: start it with sudo."
for tool in debootstrap chroot; do
    command -v "$tool" >/dev/null \
        || fail "$tool is missing; install it with \"apt-get install -y $tool\"."
done
debs=("$project"/target/packages/digitscope_*_amd64.deb)
deb=${1:-${debs[0]}}
[[ -f $deb ]] || fail "There is no package $deb: build it with packaging/linux/build.sh."
folder=${2:-$project/target/verify}
root=$folder/root
mkdir -p "$folder"
folder=$(cd "$folder" && pwd -P)
root=$folder/root

step 'A bare Debian 12'
umount "$root/proc" "$root/dev/shm" "$root/dev" 2>/dev/null || true
if grep -q " $root/" /proc/mounts; then
    fail "Something is mounted below $root, which cannot be emptied so: unmount it."
fi
if [[ ! -e $folder/bare/etc/debian_version ]]; then
    rm -rf "$folder/bare"
    # From debootstrap's own mirror, unless another one is named.
    debootstrap --variant=minbase bookworm "$folder/bare" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} >"$folder/debootstrap.log" \
        || { rm -rf "$folder/bare"; fail "debootstrap failed: $(tail -n 2 "$folder/debootstrap.log")"; }
fi
# Each time anew: what an earlier run installed would stand in for what the package forgot to name.
rm -rf "$root"
cp -a "$folder/bare" "$root"
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
trap clean_up EXIT
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"

step 'apt installs the package with what it depends on'
cp "$deb" "$root/tmp/digitscope.deb"
in_root apt-get update -qq
in_root apt-get install -y -qq --no-install-recommends /tmp/digitscope.deb >"$folder/install.log" 2>&1 \
    || fail "apt did not install it: $(tail -n 3 "$folder/install.log")"
# shellcheck disable=SC2016
in_root dpkg-query -W -f '${Package} ${Version}: ${Installed-Size} kB\n' digitscope
in_root useradd -m -u 1000 person 2>/dev/null || true

step 'The command line answers'
in_root setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/person \
    digitscope classify /opt/digitscope/lib/reference-digits.ndjson --format json >"$folder/answers.ndjson" \
    || fail "classify ended with status $?."
given=$(wc -l <"$root/opt/digitscope/lib/reference-digits.ndjson")
right=$(grep -cE '"label" *: *"([0-9])".*"prediction" *: *"\1"' "$folder/answers.ndjson")
printf '%d of %d drawings read as they are labelled\n' "$right" "$given"
((right * 10 >= given * 9)) || fail "Too few are read as they are labelled."
nothing_unpacked

step 'The window opens'
in_root apt-get install -y -qq --no-install-recommends xvfb xdotool imagemagick fonts-dejavu-core >"$folder/tools.log" 2>&1 \
    || fail "apt did not install the tools: $(tail -n 3 "$folder/tools.log")"
in_root Xvfb :7 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
display=$!
wait_for 'The display' in_root test -e /tmp/.X11-unix/X7
started=$(date +%s%N)
as_person digitscope >"$folder/window.log" 2>&1 &
program=$!
wait_for 'The window' as_person xdotool search --onlyvisible --name Digitscope
printf 'after %d ms\n' $((($(date +%s%N) - started) / 1000000))
as_person xdotool search --onlyvisible --name Digitscope windowmove 0 0 windowsize 1280 800
sleep 8
as_person import -window root /tmp/screen.png
mv "$root/tmp/screen.png" "$folder/"

step 'It draws and answers'
draw_seven
wait_for 'The autosaved drawing' has_drawing
sleep 3
as_person import -window root /tmp/screen-drawn.png
mv "$root/tmp/screen-drawn.png" "$folder/"
changed=$(in_root sh -c 'cat >/tmp/a.png' <"$folder/screen.png" \
    && in_root sh -c 'cat >/tmp/b.png' <"$folder/screen-drawn.png" \
    && { in_root compare -metric AE -extract 640x760+640+40 /tmp/a.png /tmp/b.png null: 2>&1 || true; })
printf '%s pixels of the right half changed with the drawing\n' "$changed"
[[ ${changed%%.*} =~ ^[0-9] && ${changed%% *} != 0 ]] || fail "Nothing changed where the answer stands."
drawing=$(find "$root/home/person/.local/share/digitscope" -name '*.ndjson' | head -n 1)
as_person digitscope classify "${drawing#"$root"}" --format json | tee "$folder/drawn.json"
grep -q '"prediction" *: *"7".*"digit" *: *true' "$folder/drawn.json" || fail "What was drawn is not read as the 7 that it is."
as_person xdotool search --onlyvisible --name Digitscope key --clearmodifiers ctrl+q
wait_for 'The end of the program' eval "! kill -0 $program"
program=
nothing_unpacked

step 'Taken away, it leaves what the person made'
files_of_person >"$folder/before"
in_root apt-get purge -y -qq digitscope >"$folder/purge.log" 2>&1 || fail "purge: $(tail -n 3 "$folder/purge.log")"
files_of_person >"$folder/after"
cmp "$folder/before" "$folder/after" || fail "Files of the person are gone or new."
grep digitscope "$folder/after" || fail "There are no files of the person to keep."
for rest in opt/digitscope usr/bin/digitscope usr/share/applications/org.digitscope.Digitscope.desktop; do
    [[ ! -e $root/$rest && ! -L $root/$rest ]] || fail "/$rest is left."
done
step 'Done'
