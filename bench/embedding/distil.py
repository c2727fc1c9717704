"""Learns the table of word vectors from what encode.py kept, and writes it: embedding.bin and embedding.txt.

usage: distil.py FOLDER OUT [--dims 256] [--epochs 12] [--ridge 0.1] [--matrix 1] [--align 0.3]

A text's vector is the sum of its words' vectors, whose lengths are the words' weights. They are learnt so that the sum
points where the encoder's vector of the text does, that any two texts are as like as the encoder finds them, and that
the words of a text are best met, each by its nearest, in the texts that the encoder finds nearest to it. They start as, and are held near, the encoder's vectors of the words by themselves.
"""

import argparse
import collections
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

BATCH = 1024
COMMON = 5e-3
ROW_SPREAD = 32
NEAR = 8
LONGEST = 16
ASKED = 96
THRESHOLD = 0.2


def unit(vectors):
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def load(folder):
    vocabulary = [line.split("\t") for line in (folder / "vocabulary.tsv").read_text().splitlines()]
    ids = {term: number for number, (term, _, _) in enumerate(vocabulary)}
    row = {word: number for number, word in enumerate((folder / "words.txt").read_text().splitlines())}
    words = np.load(folder / "words.npy").astype(np.float32)
    vectors = []
    for _, _, forms in vocabulary:
        pairs = [form.rsplit("=", 1) for form in forms.split()]
        vectors.append(sum(np.sqrt(float(count)) * words[row[word]] for word, count in pairs))
    lines = (folder / "terms.txt").read_text().splitlines()
    targets = np.concatenate([np.load(file) for file in sorted(folder.glob("texts-*.npy"))]).astype(np.float32)
    bags = []
    for number in np.load(folder / "order.npy")[: len(targets)]:
        counts = collections.Counter(token.split("=")[1] for token in lines[number].split())
        bags.append([ids[term] for term in counts if term in ids])
    kept = [number for number, bag in enumerate(bags) if len(bag) >= 2]
    weights = COMMON / (COMMON + np.array([float(count) for _, count, _ in vocabulary]) / len(lines))
    return [term for term, _, _ in vocabulary], unit(np.array(vectors)), weights, [bags[n] for n in kept], targets[kept]


def principal(vectors, dims):
    """@returns the directions of the most variance, the first first"""
    values, directions = np.linalg.eigh(vectors.T @ vectors)
    return directions[:, np.argsort(-values)[:dims]]


def learn(start, weights, bags, targets, options):
    counts = np.bincount([term for bag in bags for term in bag], minlength=len(start)) + 1.0
    start = torch.tensor(start * weights[:, None].astype(np.float32))
    table = start.clone().requires_grad_()
    hold = torch.tensor(options.ridge / counts, dtype=torch.float32)[:, None]
    aims = F.normalize(torch.tensor(targets), dim=1)
    near, (padded, none) = neighbours(aims), pad(bags, len(start))
    fixed = F.pad(torch.tensor(weights, dtype=torch.float32), (0, 1))
    sharpness = torch.tensor(10.0, requires_grad=True)
    optimiser = torch.optim.Adam([table, sharpness], lr=options.rate, betas=(0.9, 0.99))
    draw = np.random.default_rng(2)
    steps = options.epochs * (len(bags) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: 1 - step / (steps + 1))
    for epoch in range(options.epochs):
        order, total = draw.permutation(len(bags)), 0.0
        for at in range(0, len(order) - BATCH + 1, BATCH):
            chosen = order[at : at + BATCH]
            flat = torch.tensor([term for n in chosen for term in bags[n]])
            offsets = torch.tensor(np.cumsum([0] + [len(bags[n]) for n in chosen[:-1]]))
            sums = F.normalize(F.embedding_bag(flat, table, offsets, mode="sum"), dim=1)
            aim = aims[torch.tensor(chosen)]
            loss = (1 - (sums * aim).sum(1)).mean()
            if options.matrix > 0:
                loss = loss + options.matrix * ((sums @ sums.T - aim @ aim.T) ** 2).mean() * 20
            if options.align > 0:
                asked = torch.tensor(chosen[:ASKED])
                asked = torch.cat([asked[:, None], near[asked]], dim=1)
                taught = (torch.einsum("qd,qcd->qc", aims[asked[:, 0]], aims[asked[:, 1:]]) / 0.05).softmax(1)
                scores = aligned(table, fixed, asked, padded, none) * sharpness
                loss = loss + options.align * F.kl_div(scores.log_softmax(1), taught, reduction="batchmean")
            held = flat.unique()
            loss = loss + (hold[held] * (table[held] - start[held]) ** 2 / weights_of(weights, held)).sum() / options.epochs
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(epoch, round(total / (len(order) // BATCH), 4), flush=True)
    return table.detach().numpy()


def neighbours(aims):
    """@returns for each text those that the encoder finds nearest, and as many drawn at random"""
    draw = torch.Generator().manual_seed(4)
    near = torch.cat([(aims[at : at + 2048] @ aims.T).topk(NEAR + 1).indices[:, 1:] for at in range(0, len(aims), 2048)])
    return torch.cat([near, torch.randint(len(aims), near.shape, generator=draw)], dim=1)


def pad(bags, empty):
    """The first words of each text, and which of them are none."""
    held = torch.tensor([(bag + [empty] * LONGEST)[:LONGEST] for bag in bags])
    return held, held == empty


def aligned(table, weights, asked, texts, none):
    """How well each asked text's words are met by the nearest words of each of its candidates, by weight."""
    unit_rows = F.pad(F.normalize(table, dim=1), (0, 0, 0, 1))
    question, candidates = unit_rows[texts[asked[:, 0]]], unit_rows[texts[asked[:, 1:]]]
    likeness = torch.einsum("qtd,qcsd->qcts", question, candidates)
    best = likeness.masked_fill(none[asked[:, 1:]][:, :, None, :], 0).amax(3)
    weight = weights[texts[asked[:, 0]]].masked_fill(none[asked[:, 0]], 0)
    sharp = F.leaky_relu(best - THRESHOLD, 0.1) / (1 - THRESHOLD)
    return (sharp * weight[:, None, :]).sum(2) / weight.sum(1, keepdim=True)


def weights_of(weights, held):
    return torch.tensor(weights[held.numpy()], dtype=torch.float32)[:, None] ** 2


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--dims", type=int, default=256)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--ridge", type=float, default=0.1)
    parser.add_argument("--matrix", type=float, default=1.0)
    parser.add_argument("--align", type=float, default=0.3)
    parser.add_argument("--rate", type=float, default=2e-3)
    options = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(2)
    terms, start, weights, bags, targets = load(options.folder)
    print(len(terms), "terms", len(bags), "texts")
    middle = unit(targets).mean(0)
    targets, start = unit(targets) - middle, start - start.mean(0)
    directions = principal(np.concatenate([targets[:30_000], start]), options.dims)
    start, targets = unit(start @ directions), targets @ directions
    vectors = learn(start, weights, bags, targets, options) if options.epochs > 0 else start * weights[:, None]
    options.out.mkdir(parents=True, exist_ok=True)
    np.savez(options.out / "float.npz", vectors=vectors, terms=terms)
    write(terms, vectors, options.out)


def write(terms, vectors, out):
    """All rows are of one length: what a word weighs in a text is for the folder's own idf to say."""
    order = sorted(range(len(terms)), key=lambda n: terms[n])
    vectors = vectors[order]
    dims = vectors.shape[1]
    # Turned at random, so that no column is so much larger than the others that it would be cut.
    turn = np.linalg.qr(np.random.default_rng(3).standard_normal((dims, dims)))[0]
    rows = np.clip(np.rint(unit(vectors @ turn) * ROW_SPREAD * dims**0.5), -127, 127).astype(np.int8)
    head = np.array([len(terms), dims], dtype="<u4")
    (out / "embedding.bin").write_bytes(head.tobytes() + rows.tobytes())
    (out / "embedding.txt").write_text("".join(terms[n] + "\n" for n in order))


main()
