# shellcheck shell=bash
# Sourced by run.sh and test.sh: sees to it that what the program needs of the system is there.
#
#   require_build_tools          a JDK of 17 or newer, and Maven
#   require_libraries tests      what the headless tests load
#   require_libraries window     what the window loads
#
# Libraries are looked for by file name, not by package, so nothing is installed where they are already. What is
# missing, and only that, is installed through the system's package manager. All output goes to standard error.

require_build_tools() {
    local javac version
    if [[ -n ${JAVA_HOME:-} ]]; then
        javac=$JAVA_HOME/bin/javac
        [[ -x $javac ]] \
            || fail "JAVA_HOME is $JAVA_HOME, which has no bin/javac: set it to a JDK of 17 or newer, or unset it."
    else
        javac=$(command -v javac) || fail "A JDK of 17 or newer is missing (no javac on the PATH)$(install_hint jdk)."
    fi
    version=$("$javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p') || version=
    [[ -n $version ]] || fail "$javac does not start; a JDK of 17 or newer is needed$(install_hint jdk)."
    ((version >= 17)) || fail "$javac is of JDK $version, and 17 or newer is needed$(install_hint jdk)."
    command -v mvn >/dev/null || fail "Maven is missing (no mvn on the PATH)$(install_hint maven)."
}

require_libraries() {
    local purpose=$1 library
    local -a wanted missing=()
    [[ $(uname -s) == Linux ]] || return 0

    case $purpose in
        tests) wanted=(libpangoft2-1.0.so.0) ;;
        window) wanted=(libgtk-3.so.0 libXtst.so.6) ;;
        *) fail "require_libraries knows \"tests\" and \"window\", not \"$purpose\"." ;;
    esac
    if uses_musl; then
        fail "This Linux is built on musl, which JavaFX and ND4J do not run on: use one that is built on glibc."
    fi
    for library in "${wanted[@]}"; do
        has_library "$library" || missing+=("$library")
    done
    if ((${#missing[@]} > 0)); then
        install_libraries "$purpose" "${missing[@]}"
    fi
}

say() {
    printf '%s\n' "$1" >&2
}

fail() {
    say "$1"
    exit 1
}

# ------------------------------------------------------------------------------------------------- what is there

has_library() {
    local folder
    if known_to_linker "$1"; then
        return 0
    fi
    while IFS= read -r folder; do
        if [[ -n $folder && -e $folder/$1 ]]; then
            return 0
        fi
    done < <(library_folders)
    return 1
}

# A 64-bit system may hold the 32-bit build of a library as well, which does not count.
known_to_linker() {
    local kind='(libc6'
    if [[ $(uname -m) == x86_64 ]]; then
        kind='(libc6,x86-64'
    fi
    linker_cache | awk -v library="$1" -v kind="$kind" \
        '$1 == library && index($0, kind) { found = 1 } END { exit !found }'
}

# Debian keeps ldconfig off the PATH of everyone but root.
linker_cache() {
    PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null || true
}

# The usual folders are looked into only where the linker keeps no list of what they hold.
library_folders() {
    local machine
    tr ':' '\n' <<<"${LD_LIBRARY_PATH:-}"
    if [[ $(linker_cache | wc -l) -lt 2 ]]; then
        machine=$(uname -m)
        printf '%s\n' {,/usr,/usr/local}{"/lib/$machine-linux-gnu",/lib64,/lib} /run/current-system/sw/lib
    fi
}

uses_musl() {
    compgen -G '/lib/ld-musl-*' >/dev/null && ! compgen -G '/lib*/ld-linux*' >/dev/null
}

# ------------------------------------------------------------------------------------------- how to get what is not

install_libraries() {
    local purpose=$1 manager reason packages command library
    shift
    reason="the $purpose"
    if [[ $purpose == tests ]]; then
        reason+=' need'
    else
        reason+=' needs'
    fi
    reason+=$([[ $# -eq 1 ]] && printf ' it' || printf ' them')

    manager=$(package_manager)
    if [[ -z $manager ]]; then
        fail "Install the packages that hold $* ($reason): this system has no package manager that this script knows."
    fi
    if [[ $(id -u) -ne 0 ]] && ! can_use_sudo; then
        fail "Run \"$(install_command "$manager" "$(packages_of "$manager" "$@")")\" as root first: $reason."
    fi
    if [[ $manager == apt-get ]] && ! debian_knows "$(packages_of "$manager" "$@")"; then
        say "Fetching the package lists$(as_whom): $* must be installed, $reason."
        as_root "$(refresh_command "$manager")" || true
    fi

    packages=$(packages_of "$manager" "$@")
    command=$(install_command "$manager" "$packages")
    say "Installing $packages$(as_whom): $reason."
    if ! as_root "$command"; then
        say "Fetching newer package lists and trying again."
        as_root "$(refresh_command "$manager")" || true
        as_root "$command" || fail "\"$command\" did not work: mend what is said above, then start this script again."
    fi
    for library in "$@"; do
        has_library "$library" \
            || fail "$library is not found although \"$command\" went well: run \"ldconfig\" as root."
    done
}

package_manager() {
    local manager
    for manager in apt-get dnf yum pacman zypper; do
        if command -v "$manager" >/dev/null; then
            printf '%s' "$manager"
            return 0
        fi
    done
}

install_command() {
    case $1 in
        apt-get) printf 'apt-get install -y --no-install-recommends %s' "$2" ;;
        dnf) printf 'dnf install -y --setopt=install_weak_deps=False %s' "$2" ;;
        yum) printf 'yum install -y %s' "$2" ;;
        pacman) printf 'pacman -S --noconfirm --needed %s' "$2" ;;
        zypper) printf 'zypper --non-interactive install --no-recommends %s' "$2" ;;
    esac
}

refresh_command() {
    case $1 in
        apt-get) printf 'apt-get update' ;;
        dnf | yum) printf '%s makecache' "$1" ;;
        pacman) printf 'pacman -Sy' ;;
        zypper) printf 'zypper --non-interactive refresh' ;;
    esac
}

# The packages that hold the given libraries, one space apart.
packages_of() {
    local manager=$1 library
    local -a packages=()
    shift
    for library in "$@"; do
        packages+=("$(package_of "$manager" "$library")")
    done
    printf '%s' "${packages[*]}"
}

package_of() {
    case $1/$2 in
        apt-get/libpangoft2-1.0.so.0) debian_name libpangoft2-1.0-0 ;;
        apt-get/libgtk-3.so.0) debian_name libgtk-3-0 ;;
        apt-get/libXtst.so.6) debian_name libxtst6 ;;
        zypper/libpangoft2-1.0.so.0) printf 'libpango-1_0-0' ;;
        zypper/libgtk-3.so.0) printf 'libgtk-3-0' ;;
        zypper/libXtst.so.6) printf 'libXtst6' ;;
        pacman/libXtst.so.6) printf 'libxtst' ;;
        */libpangoft2-1.0.so.0) printf 'pango' ;;
        */libgtk-3.so.0) printf 'gtk3' ;;
        */libXtst.so.6) printf 'libXtst' ;;
    esac
}

# Debian 13 and Ubuntu 24.04 added "t64" to the names of some libraries' packages.
debian_name() {
    if debian_knows "${1}t64"; then
        printf '%st64' "$1"
    else
        printf '%s' "$1"
    fi
}

# Whether the package lists hold all of the given packages, which are one space apart.
debian_knows() {
    local -a names
    local name
    read -ra names <<<"$1"
    for name in "${names[@]}"; do
        [[ -n $(apt-cache show "$name" 2>/dev/null) ]] || return 1
    done
}

# Without a terminal to ask for the password on, sudo helps only where it asks for none.
can_use_sudo() {
    command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }
}

as_whom() {
    [[ $(id -u) -eq 0 ]] || printf ' with sudo'
}

# Runs a command line, whose words are one space apart.
as_root() {
    local -a words
    read -ra words <<<"$*"
    if [[ $(id -u) -ne 0 ]]; then
        words=(sudo env DEBIAN_FRONTEND=noninteractive "${words[@]}")
    fi
    DEBIAN_FRONTEND=noninteractive "${words[@]}" >&2
}

# "; install it with …", for what this script leaves to a person.
install_hint() {
    local manager package=$1
    manager=$(package_manager)
    case $manager/$1 in
        /*) return 0 ;;
        apt-get/jdk) package=$(debian_jdk) ;;
        pacman/jdk) package=jdk-openjdk ;;
        */jdk) package=java-21-openjdk-devel ;;
    esac
    printf '; install it with "%s"' "$(install_command "$manager" "$package")"
}

# What "default-jdk" stands for is too old on some systems.
debian_jdk() {
    local version
    for version in 17 21 25; do
        if debian_knows "openjdk-$version-jdk-headless"; then
            break
        fi
    done
    printf 'openjdk-%s-jdk-headless' "$version"
}
