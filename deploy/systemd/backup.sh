#!/bin/sh
# backup.sh FOLDER KEEP: a checked copy into FOLDER/<date>; of older copies the newest KEEP stay. Nothing is deleted when the copy fails.
set -eu
folder=$1
keep=$2
program=${OFFICERBOT:-/opt/officerbot/OfficerBot.dll}
mkdir -p "$folder"
# Of a copy that was cut off, by a power cut for example; one that another run is making is younger.
find "$folder" -maxdepth 1 -name '.[0-9]*Z.part' -mmin +60 -exec rm -rf -- {} +
name=$(date -u +%Y%m%dT%H%M%SZ)
dotnet "$program" backup --to "$folder/.$name.part"
mv "$folder/.$name.part" "$folder/$name"
ls -1d "$folder"/[0-9]*Z | sort -r | tail -n +$((keep + 1)) | while read -r old; do rm -r -- "$old"; done
