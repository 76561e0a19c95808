# shellcheck shell=bash
# Sourced by the build scripts of Linux and macOS, after libraries.sh, with $project set: what goes into their packages.
#
#   project_version              the version in pom.xml
#   make_runtime FOLDER [OPTION...]    a Java that holds what the program uses, and no more; with more options of jlink
#   take_jars FROM TO            the jars, without the empty ones
#   unpack_natives JARS TO       native libraries out of the jars into a folder, as JavaCPP and JavaFX look for them
#   collect_licences JARS RUNTIME TO   every licence text in the jars, and a list of what is bundled

# jdk.crypto.ec is for downloads over https, jdk.localedata for Chinese numbers and dates.
runtime_modules=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.scripting,java.xml
runtime_modules+=,jdk.crypto.ec,jdk.localedata,jdk.management,jdk.unsupported

# shellcheck disable=SC2154
project_version() {
    # The first version in the file is the project's own.
    sed -n 's|^ *<version>\(.*\)</version>.*|\1|p' "$project/pom.xml" | head -n 1
}

# The JDK's own tools, of the same version as the Java that the runtime is made of.
jdk_tool() {
    if [[ -n ${JAVA_HOME:-} ]]; then
        printf '%s/bin/%s' "$JAVA_HOME" "$1"
    else
        command -v "$1"
    fi
}

require_packaging_tools() {
    local tool
    require_build_tools
    for tool in jlink jpackage; do
        [[ -x $(jdk_tool "$tool") ]] \
            || fail "$tool is missing, which a whole JDK has: install one$(install_hint jdk)."
    done
    for tool in "$@"; do
        command -v "$tool" >/dev/null || fail "$tool is missing$(install_hint "$(package_with "$tool")")."
    done
}

package_with() {
    case $1 in
        strip) printf binutils ;;
        xz) printf xz-utils ;;
        dpkg-shlibdeps) printf dpkg-dev ;;
        Xvfb) printf xvfb ;;
        appstreamcli) printf appstream ;;
        desktop-file-validate) printf desktop-file-utils ;;
        xmllint) printf libxml2-utils ;;
        *) printf '%s' "$1" ;;
    esac
}

make_runtime() {
    local to=$1
    shift
    "$(jdk_tool jlink)" --add-modules "$runtime_modules" --include-locales=en,zh \
        --strip-debug --no-header-files --no-man-pages --compress=2 "$@" --output "$to"
}

take_jars() {
    local jar
    mkdir -p "$2"
    for jar in "$1"/*.jar; do
        # JavaFX's jars without a system in their names hold nothing.
        [[ $(wc -c <"$jar") -lt 400 ]] || cp -p "$jar" "$2/"
    done
}

# JavaCPP looks through java.library.path; the "cache" that it renames libraries in is the same folder. ND4J computes
# through the BLAS functions of OpenBLAS; its wrapper of all of LAPACK, ten times as big, is loaded but never called.
unpack_natives() {
    local jar
    mkdir -p "$2"
    for jar in "$1"/*.jar; do
        # All of the list is read: unzip would fail on a pipe that closes early.
        if unzip -Z1 "$jar" | grep -E '\.(so(\.[0-9]+)?|dylib)$' >/dev/null; then
            unzip -qjo "$jar" '*.so' '*.so.*' '*.dylib' -d "$2" 2>/dev/null || true
            zip -qd "$jar" '*.so' '*.so.*' '*.dylib' >/dev/null || true
        fi
    done
    chmod 755 "$2"/*
}

# Texts come out of the jars as they are; what has none there is named with its licence in NOTICE.
collect_licences() {
    local jars=$1 runtime=$2 to=$3 jar name entry stored
    mkdir -p "$to"
    # Maven's poms lie beside the jars that they describe.
    stored=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" -name '*.jar' -print 2>/dev/null)
    cp "$project/LICENSE" "$project/NOTICE" "$project"/assets/licences/*.txt "$to/"
    {
        printf 'What Digitscope bundles; NOTICE names owners and licences, the folders beside this file hold the texts.\n\n'
        for jar in "$jars"/*.jar; do
            name=$(basename "$jar" .jar)
            [[ $name == digitscope-* ]] && continue
            # No mapfile: the bash of macOS is 3.2.
            while IFS= read -r entry; do
                mkdir -p "$to/$name"
                unzip -p "$jar" "$entry" </dev/null >"$to/$name/$(tr '/' '_' <<<"${entry#META-INF/}")"
            done < <(unzip -Z1 "$jar" | grep -iE '(^|/)(licen[cs]e|notice|copying|copyright)[^/]*$' \
                | grep -viE '\.(class|java)$')
            printf '%s\n    %s\n' "$name" "$(licence_of "$jar" "$(grep -m 1 "/$(basename "$jar")\$" <<<"$stored")")"
        done
        printf 'Java runtime %s\n    GPL-2.0 with the Classpath Exception; texts in the folder legal of the runtime\n' \
            "$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$runtime/release")"
    } >"$to/THIRD-PARTY"
}

# By the jar's own pom, the pom beside the stored jar, or else by NOTICE.
licence_of() {
    local names
    names=$({ unzip -p "$1" 'META-INF/maven/*/pom.xml' 2>/dev/null || true; } | licence_names)
    if [[ -z $names && -n ${2:-} ]]; then
        names=$(cat "$(dirname "$2")"/*.pom 2>/dev/null | licence_names)
    fi
    printf '%s' "${names:-see NOTICE}"
}

licence_names() {
    # One element a line, however the poms are written and however many there are.
    tr '\n' ' ' | sed 's|</license>|'$'\001''|g' | tr '\001' '\n' | sed -n 's/.*<license>//p' \
        | grep -oE '<name>[^<]*</name>' | sed 's/<[^>]*>//g; s/  */ /g' | sort -u | paste -sd ';' - | sed 's/;/; /g' || true
}
