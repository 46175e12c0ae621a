"""Prints every event of a query, page by page, with Python alone:

DEMARCHE_KEY=dmk_… python3 events.py http://127.0.0.1:8080 'party=RUS&move=LIFT'
"""

import json
import os
import sys
import urllib.parse
import urllib.request


def events(server, query, key):
    """Yields the events, the latest flagged first; asks for the next page when the last one is used up."""
    cursor = None
    while True:
        more = "&cursor=" + urllib.parse.quote(cursor) if cursor else ""
        request = urllib.request.Request(f"{server}/api/v1/events?{query}{more}")
        if key:
            request.add_header("Authorization", "Bearer " + key)
        with urllib.request.urlopen(request, timeout=30) as answer:
            page = json.load(answer)
        yield from page["items"]
        cursor = page.get("next")
        if not cursor:
            return


if __name__ == "__main__":
    for event in events(sys.argv[1], sys.argv[2], os.environ.get("DEMARCHE_KEY")):
        print(event["firstToldAt"], event["id"], event["measure"], event["status"], ",".join(event["actor"]), ",".join(event["target"]))
