#!/usr/bin/env bash
# Builds Digitscope and runs all of its tests: packaging/test.sh [MAVEN ARGUMENT…]
# Installs the system libraries that the tests lack; they need no display.
set -euo pipefail

project=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source-path=SCRIPTDIR source=common/libraries.sh
. "$project/packaging/common/libraries.sh"

require_build_tools
require_libraries tests
cd "$project"
exec mvn -B verify "$@"
