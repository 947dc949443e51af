#!/usr/bin/env bash
# The pipeline of a repository that has a config. A build server calls it:
#   config-repository.sh review     for a pull request: finds mistakes, and writes comment.md
#   config-repository.sh publish    for the main branch: the same, then uploads the config
#
# Variables tell it what is where:
#   CONFIG        the config's file
#   LIVE_URL      where programs fetch it from
#   UPLOAD        the command that uploads "$CONFIG"; for publish alone
#   HOSTS         a file with the hosts of the fleet; may be missing
#   ALLOW_LOSS    true if this change may take the new value from somebody
#   FIRST_UPLOAD  true while there is no live config yet
#   FORMAT        github in GitHub Actions: mistakes are shown at their lines
set -euo pipefail
: "${CONFIG:?}" "${LIVE_URL:?}"
format=(--format "${FORMAT:-text}")
live=$(mktemp)
trap 'rm -f "$live"' EXIT

# The change is compared with what is live now, and not with what was committed last.
if [ "${FIRST_UPLOAD:-false}" = true ]; then
  echo '{}' >"$live"
  compared=()
else
  slowroll pull "$LIVE_URL" "$live"
  compared=(--previous "$live" --as-of "$(date -u '+%Y-%m-%d %H:%MZ')")
fi

slowroll check "$CONFIG" "${compared[@]}" "${format[@]}"

for spec in *.test.json; do
  [ ! -e "$spec" ] || slowroll test "$spec" --config "$CONFIG" "${format[@]}"
done

options=(--format markdown)
[ -z "${HOSTS:-}" ] || options+=(--hosts "$HOSTS")
[ "${ALLOW_LOSS:-false}" != true ] || options+=(--allow-loss)
found=0
slowroll diff "$live" "$CONFIG" "${options[@]}" >comment.md || found=$?
cat comment.md
[ "$found" -eq 0 ] || exit "$found"

[ "${1:-review}" != publish ] || eval "${UPLOAD:?}"
