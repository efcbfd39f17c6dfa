#!/usr/bin/env python3
"""Compares the search of a running site with a plain scan of the imported documents, and says how long answers take.

    search_exact.py URL AGENCY FILE.jsonl [QUERIES]

FILE.jsonl is what was imported (`gongkai import items`). Queries are pieces of two to six Chinese characters cut from the
documents with a fixed seed, and two that occur nowhere. The plain scan folds full-width letters and looks for the piece
as it stands, in title, organ, source and text; the site's count must be the same number. Ends with 1 on any difference.
"""

import json
import random
import re
import statistics
import sys
import time
import unicodedata
import urllib.parse
import urllib.request


def folded(text):
    return unicodedata.normalize("NFKC", text).lower()


def queries(documents, count):
    chance = random.Random(20240304)
    found = ["龘龘", "安全生产没有的词"]
    while len(found) < count:
        text = chance.choice(documents)
        runs = re.findall(r"[\u4e00-\u9fff]{2,}", text)
        if not runs:
            continue
        run = chance.choice(runs)
        length = min(len(run), chance.randint(2, 6))
        start = chance.randrange(len(run) - length + 1)
        piece = run[start:start + length]
        if piece not in found:
            found.append(piece)
    return found


def hits(url, agency, query):
    address = f"{url}/{agency}/search?q={urllib.parse.quote(query)}"
    begun = time.perf_counter()
    page = urllib.request.urlopen(address).read().decode()
    taken = time.perf_counter() - begun
    text = re.sub(r"<[^>]+>", "", page)
    if re.search(r"超过 1 万条", text):
        return None, taken
    counted = re.search(r"共\s*([\d,\s]+?)\s*条", text)
    return (int(re.sub(r"\D", "", counted[1])) if counted else 0), taken


def main():
    url, agency, path = sys.argv[1:4]
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 100
    documents = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            told = [record.get(key) or "" for key in ("title", "org", "source", "text")]
            documents.append(folded("\n".join(told)))
    wrong = 0
    times = []
    for query in queries(documents, count):
        expected = sum(query in document for document in documents)
        found, taken = hits(url, agency, query)
        times.append(taken)
        if found != expected:
            wrong += 1
            print(f"{query}: plain scan {expected}, search {found}")
    times.sort()
    print(f"{len(times)} queries, {wrong} wrong; median {statistics.median(times) * 1000:.1f} ms, "
          f"slowest {times[-1] * 1000:.1f} ms")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
