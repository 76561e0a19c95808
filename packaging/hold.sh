#!/bin/sh
# What the program holds out against, in full: 5,000 damaged files, 200 kills while saving and training, full disks.
# Another damage, other moments: packaging/hold.sh SEED
set -e
cd "$(dirname "$0")/.."
exec mvn -q test -Ddigitscope.hold=full -Ddigitscope.seed="${1:-1}" \
    -Dtest='MutatedFilesTest,KilledWhileSavingTest,FullDiskTest'
