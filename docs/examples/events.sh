#!/bin/sh
# Prints every event of a query, a line of JSON each:
#   DEMARCHE_KEY=dmk_… sh events.sh http://127.0.0.1:8080 'party=RUS&move=LIFT'
set -eu
curl --silent --show-error --fail-with-body -H "Authorization: Bearer ${DEMARCHE_KEY:-}" "$1/api/v1/events.ndjson?$2"
