"""knowledge/ -> closum_help/compiled/: texts with their figures filled in, the search index, the router's weights."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any

from closum_help.errors import KnowledgeError
from closum_help.indexing import build_search, known_words
from closum_help.language import money, number
from closum_help.paths import PACKAGE, compiled_dir, data_dir
from closum_help.phrases import Index, Phrases, index
from closum_help.prompts import compile_templates
from closum_help.quantities import Reader
from closum_help.spelling import shelve

TEXTS = (
    "title",
    "text",
    "lead",
    "steps",
    "points",
    "note",
    "by_plan",
    "short",
    "belief",
    "reason",
    "claim",
    "because",
    "ours",
)
BUILDERS = ("build", "indexing", "spelling", "language", "text", "phrases", "model", "prompts")
TEACHERS = (
    *("text", "phrases", "model", "quantities", "scoring", "hints"),
    *("teaching", "training", "calibration", "hinting"),
)
REFERENCE = re.compile(r"\[\[([a-z0-9_/-]+)\.([a-z_]+)\]\]")


def read_folder(root: Path) -> dict[str, Any]:
    """Return {path relative to the folder: its data} of every YAML file; problems are raised together."""
    from closum_help.strict_yaml import Problem, load

    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for path in sorted(root.rglob("*.yaml")):
        loaded = load(path)
        problems += loaded.problems
        found[path.relative_to(root).as_posix()] = loaded.data
    if problems:
        raise KnowledgeError(
            f"{len(problems)} problem(s) in {root}.", "Mend them and build again.", tuple(map(str, problems))
        )
    return found


def digest(root: Path) -> str:
    """Return the hash of the folder's YAML, of the templates, and of the code that compiles them."""
    return _hash([*root.rglob("*.yaml"), *data_dir("prompts").glob("*.j2"), *(PACKAGE / f"{n}.py" for n in BUILDERS)])


def _taught(root: Path) -> str:
    """Return the hash of what the weights are made of."""
    words = [
        root / f"{name}.yaml"
        for name in ("signals", "concepts", "quantities", "languages", "plans", "ownership", "foreign")
        if (root / f"{name}.yaml").is_file()
    ]
    return _hash([*root.glob("intents/*.yaml"), *words, *(PACKAGE / f"{n}.py" for n in TEACHERS)])


def _hash(paths: Iterable[Path]) -> str:
    hashed = sha256()
    for path in sorted(paths, key=lambda p: p.parts[-2:]):
        hashed.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return hashed.hexdigest()[:16]


def collect(files: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return {id: entry} of every entries file, the file's defaults filled in."""
    entries: dict[str, dict[str, Any]] = {}
    for path, data in files.items():
        if isinstance(data, dict) and "entries" in data:
            defaults = {k: data[k] for k in ("source", "checked", "area") if k in data}
            for key, entry in data["entries"].items():
                entries[f"{Path(path).stem}/{key}"] = {**defaults, **entry}
    return entries


def fill(value: Any, language: str, entries: Mapping[str, Any], spec: Mapping[str, Any]) -> Any:
    """Return the value in one language, every [[id.figure]] in the reader's number format."""
    if isinstance(value, dict):
        if language in value:
            return fill(value[language], language, entries, spec)
        return {k: fill(v, language, entries, spec) for k, v in value.items()}
    if isinstance(value, list):
        return [fill(v, language, entries, spec) for v in value]

    def figure(match: re.Match[str]) -> str:
        amount = entries[match[1]]["figures"][match[2]]
        return money(amount, spec) if match[2] == "price" else number(amount, spec)

    return REFERENCE.sub(figure, value) if isinstance(value, str) else value


def compile_texts(files: Mapping[str, Any], entries: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Return one language's file: the texts of every entry, the intake questions, the sources' titles."""
    spec = files["languages.yaml"][language]
    intake = {
        name: {
            "question": fill(ask["question"], language, entries, spec),
            "labels": {o["value"]: fill(o["label"], language, entries, spec) for o in ask["options"]},
        }
        for name, ask in files["intake.yaml"].items()
        if isinstance(ask, dict)
    }
    return {
        "entries": {
            id_: {k: fill(e[k], language, entries, spec) for k in TEXTS if k in e} for id_, e in entries.items()
        },
        "intake": intake,
        "sources": {key: source["title"][language] for key, source in files["sources.yaml"].items()},
        "words": compile_words(files, language, compile_phrases(files, entries)),
    }


def compile_meta(files: Mapping[str, Any], entries: Mapping[str, Any]) -> dict[str, Any]:
    """Return what does not depend on a language."""
    sources = {
        k: {"url": s["url"], "date": s["date"], "review_after": s["review_after"]}
        for k, s in files["sources.yaml"].items()
    }
    priced = next(e for e in entries.values() if "figures" in e)
    return {
        "as_of": sources[priced["source"]]["date"],
        "languages": files["languages.yaml"],
        "entries": {
            id_: {k: v for k, v in e.items() if k not in TEXTS} | _derived(id_, entries) for id_, e in entries.items()
        },
        "sources": sources,
        "intake": {
            name: [{k: v for k, v in o.items() if k != "label"} for o in ask["options"]]
            for name, ask in files["intake.yaml"].items()
            if isinstance(ask, dict)
        },
        "phrases": compile_phrases(files, entries),
    }


def compile_phrases(files: Mapping[str, Any], entries: Mapping[str, Any]) -> dict[str, Any]:
    """Return {kind: index of phrases}: what an expert recognises, names of entries and plans, words of quantities."""
    signals = {f"{g}.{n}": words for g, names in files["signals.yaml"].items() for n, words in names.items()}
    named = {id_: e["names"] for id_, e in entries.items() if "names" in e}
    plans = {id_ for id_, e in entries.items() if "label" in e}
    elsewhere = files["quantities.yaml"].get("not-plans", {}).get("words", {})  # "from zero" names no plan
    return {
        "signals": index(signals),
        "names": index({id_: names for id_, names in named.items() if id_ not in plans}),
        "called": index({id_: e["called"] for id_, e in entries.items() if "called" in e}),
        "plans": index(
            {
                id_.partition("/")[2]: [
                    *named[id_],
                    *_by_price(entries[id_]["figures"]["price"], files["languages.yaml"]),
                ]
                for id_ in plans
            },
            [phrase for phrases in elsewhere.values() for phrase in phrases],
        ),
    }


def compile_words(files: Mapping[str, Any], language: str, shared: Mapping[str, Index]) -> dict[str, Any]:
    """Return what is needed to read a language and those mixed into it: phrases by kind, words of numbers, its words
    by first letter; `shared` are the phrases of every language."""
    specs = files["languages.yaml"]
    mixed = [language, *specs[language].get("mixed", [])]

    def said(by_language: Mapping[str, Sequence[str]]) -> list[str]:
        return [phrase for code in mixed for phrase in by_language.get(code, ())]

    kinds = files["quantities.yaml"]
    phrases = {
        "concepts": index({f"concept.{name}": said(held) for name, held in files["concepts.yaml"].items()}),
        **{
            kind: index({kind if name == "words" else name: said(lines) for name, lines in held.items()})
            for kind, held in kinds.items()
        },
    }
    return {
        "phrases": phrases,
        "vocabulary": shelve(known_words(groups(files), [*shared.values(), *phrases.values()], mixed)),
        "numbers": {str(word): n for code in reversed(mixed) for word, n in specs[code]["numbers"].items()},
        "and": [word for code in mixed for word in specs[code].get("number_and", [])],
        "multipliers": {str(word): n for code in reversed(mixed) for word, n in specs[code]["multipliers"].items()},
    }


def _by_price(price: float, languages: Mapping[str, Any]) -> list[str]:
    """Return how people name a plan by what it costs; nothing for one that costs nothing."""
    return [way.format(price) for spec in languages.values() for way in spec["by_price"] if price]


def _derived(id_: str, entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return whether an entry's own texts quote a price, to be dated then; which entries supersede it."""
    entry = entries[id_]
    quoted = any(m[2] == "price" for m in REFERENCE.finditer(json.dumps(entry, ensure_ascii=False)))
    priced = {"priced": True} if quoted or "price" in entry.get("figures", {}) else {}
    superseded = [i for i, e in entries.items() if id_ in e.get("supersedes", ())]
    return priced | ({"superseded": superseded} if superseded else {})


def groups(files: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return every group of utterances, in the order of the files."""
    return [g for path, data in sorted(files.items()) if path.startswith("intents/") for g in data]


def write(folder: Path, name: str, content: bytes) -> None:
    """Write a compiled file whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{name}.part"
    part.write_bytes(content)
    part.replace(folder / name)


def build(root: Path, out: Path, *, weights: bool = True, progress: Callable[[str], None] = lambda _: None) -> bool:
    """Compile what is stale of the folder into `out` and return whether anything was; no weights with weights=False."""
    meta_file = out / "meta.json"
    before = json.loads(meta_file.read_bytes()) if meta_file.is_file() else {}
    now, trained_on = digest(root), _taught(root)
    fresh_weights = before.get("router", {}).get("digest") == trained_on and (out / "router.bin").is_file()
    if before.get("digest") == now and (fresh_weights or not weights):
        return False
    files = read_folder(root)
    entries = collect(files)
    languages = list(files["languages.yaml"])
    meta = compile_meta(files, entries)
    found = groups(files)
    texts = {code: compile_texts(files, entries, code) for code in languages}
    for code in languages:
        write(out, f"{code}.json", _dump(texts[code]))
    write(out, "search.bin", build_search(entries, found, languages))
    meta |= {"digest": now, "router": before.get("router"), "hints": before.get("hints") or _shipped_hints(out)}
    if weights and not fresh_weights:
        from closum_help.teaching import teach

        readers = {code: Reader(held["words"]) for code, held in texts.items()}
        if "ownership.yaml" in files:
            meta["hints"], hinted = _hints(files, found, meta, readers, progress)
            write(out, "hints.bin", hinted)
        meta["router"], packed = teach(found, meta, readers, progress)
        meta["router"]["digest"] = trained_on
        write(out, "router.bin", packed)
    if out == compiled_dir():
        compile_templates()
    write(out, "meta.json", _dump(meta))
    return True


def _shipped_hints(out: Path) -> Any:
    """Return what the program's own hints know, their weights put beside: a folder need not have any."""
    shipped = compiled_dir()
    if out == shipped or not (shipped / "hints.bin").is_file():
        return None
    write(out, "hints.bin", (shipped / "hints.bin").read_bytes())
    return json.loads((shipped / "meta.json").read_bytes())["hints"]


def _hints(
    files: Mapping[str, Any],
    found: Sequence[Mapping[str, Any]],
    meta: Mapping[str, Any],
    readers: Mapping[str, Reader],
    progress: Callable[[str], None],
) -> tuple[dict[str, Any], bytes]:
    """Return ({hint: what it must know beside its weights}, the weights one after the other)."""
    from closum_help.hinting import language_examples, learn, own_examples

    latin = [code for code, spec in files["languages.yaml"].items() if spec["script"] == "latin"]
    labels = [e["label"] for e in collect(files).values() if "label" in e]
    examples = {
        "language": language_examples(
            {code: [u for g in found for u in g.get(code, ())] for code in latin}, files["foreign.yaml"]
        ),
        "own": own_examples(files["ownership.yaml"], labels, Phrases(meta["phrases"]["plans"]), readers),
    }
    learned, packed = {}, b""
    for name, held in examples.items():
        about, weights = learn(name, held, progress)
        learned[name] = {**about, "at": len(packed)}
        packed += weights
    return learned, packed


def compiled_for(root: Path) -> Path:
    """Return where a keeper's own folder of YAML is compiled, after compiling what is stale of it.

    Without scikit-learn the router keeps the weights that the program came with: new entries are found by their names
    and by search alone.
    """
    if (root / "meta.json").is_file():
        return root
    out = root / ".compiled"
    if not out.is_dir():
        copytree(compiled_dir(), out, ignore=ignore_patterns("templates", "__pycache__"))
    build(root, out, weights=find_spec("sklearn") is not None)
    return out


def _dump(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
