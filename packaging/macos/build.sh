#!/usr/bin/env bash
# Builds what macOS users install: packaging/macos/build.sh [FOLDER]
#
# In FOLDER, target/packages without one:
#   Digitscope.app                      the program with its own Java; Contents/MacOS/digitscope-cli has the commands
#   Digitscope-VERSION-PROCESSOR.dmg    to be opened and dragged to Applications
#
# For the processor that it runs on. Signed only if DIGITSCOPE_SIGNING_IDENTITY names a "Developer ID Application"
# certificate of the keychain; otherwise the first start has to be allowed in System Settings, Privacy & Security.
set -euo pipefail

project=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
# shellcheck source-path=SCRIPTDIR source=../common/libraries.sh
. "$project/packaging/common/libraries.sh"
# shellcheck source-path=SCRIPTDIR source=../common/image.sh
. "$project/packaging/common/image.sh"

main() {
    [[ $(uname -s) == Darwin ]] || fail "This makes a package for macOS and has to run there; this is $(uname -s)."
    command -v iconutil >/dev/null \
        || fail 'iconutil is missing, which belongs to macOS itself: mend the PATH so that it holds /usr/bin.'
    command -v strip >/dev/null \
        || fail 'strip is missing: install the command line tools with "xcode-select --install".'
    require_packaging_tools unzip zip

    local version output work
    version=$(project_version)
    mkdir -p "${1:-$project/target/packages}"
    output=$(cd "${1:-$project/target/packages}" && pwd -P)
    work=$(mktemp -d "$output/work.XXXXXX")
    # shellcheck disable=SC2064
    trap "rm -rf '$work'" EXIT

    if [[ ${DIGITSCOPE_SKIP_MAVEN:-} != 1 ]]; then
        rm -rf "$project/target/digitscope"
        (cd "$project" && mvn -B -q -DskipTests -Psbom package) >&2 || fail "The build failed; Maven says above why."
    fi
    # Java's own classes, as they look in memory, for a quicker start.
    make_runtime "$work/runtime" --generate-cds-archive
    take_jars "$project/target/digitscope/lib" "$work/jars"
    unpack_natives "$work/jars" "$work/natives"
    find "$work/natives" -name '*.dylib' -exec strip -x {} \; 2>/dev/null
    # What was changed has no valid signature, and Apple's processors run nothing without one.
    if command -v codesign >/dev/null; then
        find "$work/natives" -name '*.dylib' -exec codesign --force --sign - {} \;
    fi
    # JavaCPP's wrapper looks for the library under this name, ND4J's own under the other.
    ln -s libopenblas.0.dylib "$work/natives/libopenblas_nolapack.0.dylib"
    mv "$work/natives" "$work/jars/natives"
    collect_licences "$work/jars" "$work/runtime" "$work/jars/licences"
    cp "$project/target/bom.json" "$work/jars/licences/digitscope.cdx.json" 2>/dev/null || true
    make_icon "$work"
    make_packages "$version" "$output" "$work"
}

make_icon() {
    local set=$1/digitscope.iconset icons=$project/assets/icons
    mkdir -p "$set"
    cp "$icons/digitscope-16.png" "$set/icon_16x16.png"
    cp "$icons/digitscope-32.png" "$set/icon_16x16@2x.png"
    cp "$icons/digitscope-32.png" "$set/icon_32x32.png"
    cp "$icons/digitscope-64.png" "$set/icon_32x32@2x.png"
    cp "$icons/digitscope-128.png" "$set/icon_128x128.png"
    cp "$icons/digitscope-256.png" "$set/icon_128x128@2x.png"
    cp "$icons/digitscope-256.png" "$set/icon_256x256.png"
    cp "$icons/digitscope-512.png" "$set/icon_256x256@2x.png"
    cp "$icons/digitscope-512.png" "$set/icon_512x512.png"
    iconutil -c icns -o "$1/digitscope.icns" "$set"
}

# macOS takes no version that begins with 0.
make_packages() {
    local version=$1 output=$2 work=$3 mac_version=$1
    local -a signing=()
    [[ $mac_version == 0.* ]] && mac_version=1.${mac_version#0.}
    if [[ -n ${DIGITSCOPE_SIGNING_IDENTITY:-} ]]; then
        signing=(--mac-sign --mac-signing-key-user-name "$DIGITSCOPE_SIGNING_IDENTITY")
    fi
    rm -rf "$output/Digitscope.app"
    # shellcheck disable=SC2016 # jpackage's launcher puts the folder in place of $APPDIR
    "$(jdk_tool jpackage)" --type app-image --name Digitscope --app-version "$mac_version" --dest "$output" \
        --runtime-image "$work/runtime" --input "$work/jars" --main-jar "digitscope-$version.jar" \
        --main-class org.digitscope.app.Main --icon "$work/digitscope.icns" \
        --mac-package-identifier org.digitscope.Digitscope --mac-package-name Digitscope \
        --add-launcher "digitscope-cli=$project/packaging/common/command-line.properties" \
        --file-associations "$project/packaging/common/associations/ink.properties" \
        --file-associations "$project/packaging/common/associations/inkml.properties" \
        --file-associations "$project/packaging/common/associations/state.properties" \
        --java-options '-Xmx384m' --java-options '-XX:+UseSerialGC' --java-options '-XX:TieredStopAtLevel=1' \
        --java-options '-Xms64m' --java-options '-Xmn6m' --java-options '-XX:MetaspaceSize=96m' --java-options '-XX:SoftRefLRUPolicyMSPerMB=20' \
        --java-options '-Dfile.encoding=UTF-8' \
        --java-options '-Djava.library.path=$APPDIR/natives' \
        --java-options '-Dorg.bytedeco.javacpp.pathsFirst=true' \
        ${signing[@]+"${signing[@]}"}
    "$(jdk_tool jpackage)" --type dmg --name Digitscope --app-version "$mac_version" --dest "$work" \
        --app-image "$output/Digitscope.app" --license-file "$project/LICENSE" ${signing[@]+"${signing[@]}"}
    mv "$work"/*.dmg "$output/Digitscope-$version-$(uname -m).dmg"
    du -sh "$output/Digitscope.app" "$output/Digitscope-$version-$(uname -m).dmg"
}

main "$@"
