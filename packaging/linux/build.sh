#!/usr/bin/env bash
# Builds what Linux users install: packaging/linux/build.sh [FOLDER]
#
# In FOLDER, target/packages without one:
#   digitscope/                            the program with its own Java (an app-image of jpackage)
#   digitscope_VERSION_amd64.deb           for Debian, Ubuntu and their like
#   digitscope-VERSION-linux-x86_64.tar.gz to be unpacked anywhere; bin/digitscope starts it
#   SIZES                                  what each part weighs
#
# DIGITSCOPE_XZ_LEVEL=1 packs the .deb quickly and less tightly; DIGITSCOPE_SKIP_MAVEN=1 takes target/digitscope as it is.
# Needs a JDK 17, Maven and the tools that require_packaging_tools is told below; says what is missing and how to get it.
# The class-data archive holds the window's classes too, so the window is opened once, on a display of its own.
set -euo pipefail

project=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
# shellcheck source-path=SCRIPTDIR source=../common/libraries.sh
. "$project/packaging/common/libraries.sh"
# shellcheck source-path=SCRIPTDIR source=../common/image.sh
. "$project/packaging/common/image.sh"

id=org.digitscope.Digitscope
here=$project/packaging/linux

main() {
    [[ $(uname -s) == Linux && $(uname -m) == x86_64 ]] \
        || fail "This makes packages for Linux on x86-64 and has to run there; this is $(uname -s) on $(uname -m)."
    require_packaging_tools unzip zip strip xz Xvfb dpkg-deb dpkg-shlibdeps
    require_libraries window

    local version
    version=$(project_version)
    mkdir -p "${1:-$project/target/packages}"
    output=$(cd "${1:-$project/target/packages}" && pwd -P)
    image=$output/digitscope
    work=$(mktemp -d "$output/work.XXXXXX")
    trap 'rm -rf "$work"' EXIT

    if [[ ${DIGITSCOPE_SKIP_MAVEN:-} != 1 ]]; then
        say "Building the program."
        rm -rf "$project/target/digitscope"
        (cd "$project" && mvn -B -q -DskipTests -Psbom package) >&2 || fail "The build failed; Maven says above why."
    fi
    say "Making the image."
    make_image "$version"
    make_archive
    say "Packing."
    make_tar "$version"
    make_deb "$version"
    weigh "$version" | tee "$output/SIZES"
}

# The layout is jpackage's; its launcher makes room for the script, which sets the environment that the native library
# wants and gives each command its share of memory.
make_image() {
    make_runtime "$work/runtime"
    tell_of_system_libraries
    # Java's machine comes with the names of its inner functions, a sixth of it, which nothing looks up.
    find "$work/runtime" -type f -name '*.so' -exec strip --strip-unneeded {} +
    take_jars "$project/target/digitscope/lib" "$work/jars"
    unpack_natives "$work/jars" "$work/natives"
    rm -rf "$image"
    "$(jdk_tool jpackage)" --type app-image --name digitscope --app-version "$1" --dest "$output" \
        --runtime-image "$work/runtime" --input "$work/jars" --main-jar "digitscope-$1.jar" \
        --icon "$project/assets/icons/digitscope-512.png"
    rm -f "$image/bin/digitscope" "$image/lib/libapplauncher.so" "$image/lib/app/digitscope.cfg"
    cp "$project/packaging/common/bin/digitscope" "$image/bin/"
    cp -p "$work/jars"/*.jar "$image/lib/app/"

    cp "$project/assets/ink/reference-digits.ndjson" "$image/lib/"
    move_natives
    collect_licences "$image/lib/app" "$image/lib/runtime" "$image/share/doc"
    cp "$project/README.md" "$image/share/doc/"
    if [[ -f $project/target/bom.json ]]; then
        cp "$project/target/bom.json" "$image/share/doc/digitscope.cdx.json"
    else
        say "The package goes without its list of parts, which mvn -Psbom package writes to target/bom.json."
    fi
    install_desktop_files "$image/share"
    chmod -R u=rwX,go=rX "$image"
}

# Debian's JDK takes pictures and fonts through libraries of the system, which the .deb names, but which other systems have
# in other versions.
tell_of_system_libraries() {
    local taken
    taken=$(cd "$work/runtime/lib" && readelf -d ./*.so | sed -n 's/.*NEEDED.*\[\(lib\(jpeg\|lcms2\|harfbuzz\|png16\)\..*\)\]/\1/p' \
        | sort -u | paste -sd ' ' -)
    [[ -z $taken ]] || say "This JDK takes $taken from the system: what is made with it runs where they are, as on this \
system. A JDK that brings them, such as Temurin's, makes a package for any."
}

# The names that JavaCPP would link or copy the libraries to are there beforehand, as a package's folder cannot be
# written to.
move_natives() {
    local file
    mkdir -p "$image/lib/natives"
    mv "$work/natives"/* "$image/lib/natives/"
    (
        cd "$image/lib/natives"
        strip --strip-unneeded ./*
        rm -f libjniopenblas.so
        ln -s libjniopenblas_nolapack.so libjniopenblas.so
        # JavaCPP would copy the library to the name under which its wrapper looks for it. ND4J's own finds it loaded.
        mv libopenblas.so.0 libopenblas_nolapack.so.0
        for file in *.so.*; do
            ln -s "$file" "${file%.so.*}.so"
        done
    )
}

install_desktop_files() {
    local size
    # Where the tools are: packages can be built without them, but are not published so.
    if command -v desktop-file-validate >/dev/null; then
        desktop-file-validate "$here/$id.desktop"
    fi
    if command -v appstreamcli >/dev/null; then
        appstreamcli validate --no-net "$here/$id.metainfo.xml" >&2
    fi
    mkdir -p "$1"/{applications,metainfo,mime/packages,icons/hicolor/scalable/apps}
    cp "$here/$id.desktop" "$1/applications/"
    cp "$here/$id.metainfo.xml" "$1/metainfo/"
    cp "$here/$id.mime.xml" "$1/mime/packages/$id.xml"
    cp "$project/assets/icons/digitscope.svg" "$1/icons/hicolor/scalable/apps/$id.svg"
    for size in 16 32 48 64 128 256 512; do
        mkdir -p "$1/icons/hicolor/${size}x$size/apps"
        cp "$project/assets/icons/digitscope-$size.png" "$1/icons/hicolor/${size}x$size/apps/$id.png"
    done
}

# Which classes a start needs is seen by starting; what they look like in memory is then written down.
make_archive() {
    local app=$image/lib/app
    (cd "$app" && LC_ALL=C printf '%s\n' *.jar) | sed 's|^|/proc/self/fd/9/|' | paste -sd : - >"$app/class-path"
    say "Looking which classes a start needs."
    on_a_display record_window "$work/window.lst" \
        || fail "The new window did not open: $(tail -n 3 "$work/recorded.txt")"
    # What reads a model and computes comes in beside the window that is being shown, and would be half of the archive.
    # shellcheck disable=SC2016
    grep -v '^#' "$work/window.lst" \
        | grep -vE 'jackson|nd4j|deeplearning4j|bytedeco|LambdaForm\$|\$\$Lambda|GeneratedMethodAccessor' \
        | awk '!seen[$0]++' >"$work/classes"
    (
        exec 9<"$app"
        "$image/lib/runtime/bin/java" -Xshare:dump -XX:SharedClassListFile="$work/classes" -Xmx1g -XX:+UseSerialGC \
            -XX:SharedArchiveFile="$app/digitscope.jsa" -Xlog:disable -cp "$(cat "$app/class-path")" >"$work/dump.txt" 2>&1
    ) || fail "The class-data archive could not be written: $(tail -n 3 "$work/dump.txt")"
    chmod 644 "$app/digitscope.jsa"
}

# Opens a drawing in the window and closes it when no more classes have come for some seconds.
record_window() {
    local before=-1 now=0 java
    record_classes "$1" "$image/lib/reference-digits.ndjson" &
    java=$!
    while ((now == 0 || now != before)) && kill -0 "$java" 2>/dev/null; do
        sleep 8
        before=$now
        now=$(wc -l <"$1" 2>/dev/null || echo 0)
    done
    kill "$java" 2>/dev/null || return 1
    wait "$java" 2>/dev/null || true
    grep -q 'org/digitscope/network/Inference ' "$1"
}

# Becomes that process, so it is called in a subshell.
record_classes() {
    local list=$1
    shift
    exec 9<"$image/lib/app"
    OMP_WAIT_POLICY=PASSIVE exec "$image/lib/runtime/bin/java" -Xshare:off -XX:DumpLoadedClassList="$list" -Xmx1g \
        -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.library.path="$image/lib/natives" \
        -Dorg.bytedeco.javacpp.pathsFirst=true -Dorg.bytedeco.javacpp.cachedir="$work/natives" \
        -cp "$(cat "$image/lib/app/class-path")" org.digitscope.app.Main "$@" \
        >"$work/recorded.txt" 2>&1
}

on_a_display() {
    local xvfb status=0
    Xvfb -displayfd 8 -screen 0 1280x800x24 -nolisten tcp 8>"$work/display" 2>/dev/null &
    xvfb=$!
    for _ in {1..100}; do
        [[ -s $work/display ]] && break
        sleep 0.1
    done
    DISPLAY=:$(cat "$work/display") HOME=$work XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache "$@" || status=$?
    kill "$xvfb"
    wait "$xvfb" 2>/dev/null || true
    return "$status"
}

make_tar() {
    tar -C "$output" --owner=0 --group=0 --numeric-owner --sort=name -czf \
        "$output/digitscope-$1-linux-x86_64.tar.gz" digitscope
}

make_deb() {
    local root=$work/deb depends
    mkdir -p "$root/opt" "$root/usr/bin" "$root/usr/share/doc/digitscope" "$root/DEBIAN"
    cp -al "$image" "$root/opt/digitscope" 2>/dev/null || cp -a "$image" "$root/opt/digitscope"
    mv "$root/opt/digitscope/share"/{applications,metainfo,mime,icons} "$root/usr/share/"
    ln -s /opt/digitscope/bin/digitscope "$root/usr/bin/digitscope"
    ln -s /opt/digitscope/share/doc/NOTICE "$root/usr/share/doc/digitscope/copyright"
    depends=$(libraries_needed)
    cat >"$root/DEBIAN/control" <<CONTROL
Package: digitscope
Version: $1
Architecture: amd64
Maintainer: The Digitscope authors <noreply@digitscope.org>
Section: education
Priority: optional
Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f 1)
Depends: libgtk-3-0 | libgtk-3-0t64, libxtst6, libpangoft2-1.0-0, $depends
Recommends: libgl1, libxxf86vm1, fonts-dejavu-core, fonts-noto-cjk
Description: see how a convolutional network reads a handwritten digit
 Draw a digit and watch it flow through a convolutional network while you draw:
 every feature map of every layer, the answer, and what in the ink it rests on.
 With a command line for recognition, evaluation and training.
CONTROL
    (cd "$root" && find opt usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
    chmod -R u=rwX,go=rX "$root/DEBIAN"
    dpkg-deb --root-owner-group -Zxz -z"${DIGITSCOPE_XZ_LEVEL:-9}" --build "$root" "$output/digitscope_$1_amd64.deb" >/dev/null
}

# The libraries of OpenBLAS and GCC are inside, where dpkg-shlibdeps would find those of the machine that it runs on.
inside=(libopenblas0 libopenblas0-pthread libgfortran5 libgomp1 libquadmath0)

# What the libraries inside name, beside those of the window, which are named above with their newer names too; but for
# what they bring along, OpenGL, which the window does without, and the windows of AWT, which are never opened.
libraries_needed() {
    local shlibs
    mkdir -p "$work/shlibs/debian"
    printf 'Source: digitscope\n\nPackage: digitscope\nArchitecture: amd64\n' >"$work/shlibs/debian/control"
    # ND4J's library finds this one loaded, under the name that it has for itself.
    mkdir -p "$work/shlibs/loaded"
    ln -s "$image/lib/natives/libopenblas_nolapack.so.0" "$work/shlibs/loaded/libopenblas.so.0"
    mapfile -t shlibs < <(find "$image/lib/natives" "$image/lib/runtime" -type f \( -name '*.so' -o -name '*.so.*' \
        -o -path '*/bin/java' \) -not -name 'libprism_es2.so' -not -name 'libawt_xawt.so' -not -name 'libsplashscreen.so' \
        -not -name 'libjawt.so' -not -name 'libjsound.so')
    (cd "$work/shlibs" && dpkg-shlibdeps -O "${inside[@]/#/-x}" --ignore-missing-info -l"$work/shlibs/loaded" -l"$image/lib/natives" \
        -l"$image/lib/runtime/lib" -l"$image/lib/runtime/lib/server" "${shlibs[@]}" 2>"$work/shlibs.txt") \
        | sed -n 's/^shlibs:Depends=//p' | grep . || fail "dpkg-shlibdeps: $(tail -n 3 "$work/shlibs.txt")"
}

weigh() {
    local part
    printf '%-44s %12s\n' part bytes
    for part in "$output"/*"$1"*.deb "$output"/*"$1"*.tar.gz "$image" "$image"/lib/{natives,runtime,app} \
        "$image/lib/app/digitscope.jsa" "$image/lib/natives/libnd4jcpu.so" "$image/lib/runtime/lib/modules" "$image/share"; do
        printf '%-44s %12s\n' "${part#"$output/"}" "$(du -sb "$part" | cut -f 1)"
    done
}

main "$@"
