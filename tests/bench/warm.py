"""Warm times of an answer, and what more knowledge costs: python tests/bench/warm.py

Knowledge is copied 10 and 100 times, two words in three replaced from a seeded list; the router's weights stay, so
that what is timed is reading, routing, retrieval and composing with a larger index and more texts.
"""

import json
import random
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from closum_help.assistant import Assistant
from closum_help.build import collect, groups, read_folder, write
from closum_help.evaluation import load
from closum_help.indexing import build_search
from closum_help.paths import compiled_dir, data_dir

CASES = [Path(__file__).parent.parent / "cases" / f"dev-{name}.yaml" for name in ("en", "zh", "hard", "multi")]


def questions() -> list[str]:
    return [c["turns"][-1] for c in load(CASES) if c["lang"] in ("en", "zh")]


def timed(assistant: Assistant) -> tuple[float, float]:
    """Return (p50, p99) in milliseconds, the first answers left out."""
    asked = questions()
    for text in asked[:10]:
        assistant.answer(text)
    spent = []
    for text in asked:
        began = time.process_time()
        assistant.answer(text)
        spent.append(1000 * (time.process_time() - began))
    return statistics.median(spent), statistics.quantiles(spent, n=100)[98]


def copied(times: int, folder: Path) -> Assistant:
    """Return an assistant whose knowledge holds every entry `times` times, each copy in other words."""
    shutil.copytree(compiled_dir(), folder, ignore=shutil.ignore_patterns("templates", "__pycache__"))
    chance = random.Random(7)
    words = [f"{a}{b}{c}" for a in "bdfgklm" for b in "aeiou" for c in ("nt", "rk", "sol", "vin", "dex")]
    files = read_folder(data_dir("knowledge"))
    entries = collect(files)
    every, meta = dict(entries), json.loads((folder / "meta.json").read_bytes())
    for copy in range(1, times):
        for id_, entry in entries.items():
            other = {
                code: " ".join(w if chance.random() < 1 / 3 else chance.choice(words) for w in text.split())
                for code, text in entry.get("text", entry["title"]).items()
            }
            every[f"{id_}-{copy}"] = {"title": entry["title"], "text": other}
            meta["entries"][f"{id_}-{copy}"] = {"area": entry["area"], "source": entry["source"]}
    write(folder, "search.bin", build_search(every, groups(files), list(files["languages.yaml"])))
    write(folder, "meta.json", json.dumps(meta).encode())
    return Assistant(engine="offline", knowledge=folder)


def main() -> None:
    base, tail = timed(Assistant(engine="offline"))
    print(f"x1    p50 {base:5.2f} ms   p99 {tail:5.2f} ms")
    for times in (10, 100):
        with tempfile.TemporaryDirectory() as held:
            middle, tail = timed(copied(times, Path(held) / "compiled"))
        print(f"x{times:<4} p50 {middle:5.2f} ms   p99 {tail:5.2f} ms   {middle / base:4.1f} times x1")


if __name__ == "__main__":
    main()
