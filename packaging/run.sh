#!/usr/bin/env bash
# Opens Digitscope, or runs its command line when there are arguments: packaging/run.sh [ARGUMENT…]
# Installs the system libraries that the window lacks, and builds when something has changed since the last build.
set -euo pipefail

project=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source-path=SCRIPTDIR source=common/libraries.sh
. "$project/packaging/common/libraries.sh"

launcher=$project/target/digitscope/bin/digitscope
build_mark=$project/target/run-build-mark

opens_window() {
    local argument
    if [[ $# -eq 0 ]]; then
        return 0
    fi
    if [[ $1 == bench ]]; then
        for argument in "$@"; do
            if [[ $argument == --window ]]; then
                return 0
            fi
        done
    fi
    return 1
}

# The files in the runnable folder all carry one fixed date, so their age says nothing.
is_up_to_date() {
    local built mark
    local -a copied=("$project"/target/digitscope/lib/digitscope-*.jar)
    built=$project/target/${copied[0]##*/}
    if [[ ! -x $launcher || ${#copied[@]} -ne 1 ]] || ! cmp -s "$built" "${copied[0]}"; then
        return 1
    fi
    for mark in "$build_mark" "$built"; do
        if [[ -e $mark && -z $(newer_sources "$mark") ]]; then
            return 0
        fi
    done
    return 1
}

newer_sources() {
    local -a sources=(src models assets packaging pom.xml LICENSE NOTICE)
    (cd "$project" && find "${sources[@]}" -newer "$1" -print 2>/dev/null | head -n 1) || true
}

build() {
    require_build_tools
    say "Building Digitscope; the first time, Maven fetches what it needs, which takes some minutes."
    mkdir -p "$project/target"
    # Maven adds to this folder but takes no outdated jar out of it.
    rm -rf "$project/target/digitscope"
    touch "$build_mark.new"
    (cd "$project" && mvn -B -q -DskipTests package) >&2 \
        || fail "The build failed; what Maven says above tells why."
    mv "$build_mark.new" "$build_mark"
}

if opens_window "$@"; then
    require_libraries window
fi
if ! is_up_to_date; then
    build
fi
exec "$launcher" "$@"
