"""A turn, read against the turns before it: choices, the user's own plan, needs, and half-sentences completed."""

from __future__ import annotations

from closum_help.hints import OWN, plan_blocks
from closum_help.knowledge import Knowledge
from closum_help.quantities import Reader
from closum_help.router import Router
from closum_help.spelling import repair
from closum_help.text import fold, is_han, tokens, words
from closum_help.types import Ask, Decision, Needs, Question, Reply, State

LIKELY = 0.6  # probability from which a plan that is named is the user's own
SHORT = 9  # up to so many words (twice as many Chinese characters) a turn may lean on the one before
LEAN = 5  # words from which a turn that opens with "and" may stand on its own
CLEARLY = 0.6  # probability from which one without any sign of leaning does
STANDS = 0.4  # entry probability from which a short turn stands on its own
PRICING, CLARIFY, SMS = "pricing", "clarify", "sms"


def read(
    typed: str, state: State, knowledge: Knowledge, router: Router, *, plan: str = "", language: str = ""
) -> Question:
    """Return the turn as it is understood after `state`; `plan` and `language` are what the user set by option."""
    typed = suggested(typed, state)
    tongue = knowledge.identify(typed, state.language)
    spoken = tongue or language or knowledge.languages[0]
    language = language or spoken
    if chosen := choices(typed, state.asks):
        return _picked(chosen, state, plan, language, spoken)
    text = repair(fold(typed), knowledge.vocabulary(spoken))
    own, named = plans_in(text, spoken, knowledge)
    reader = knowledge.reader(spoken)
    if not named and len(state.named) == 1 and reader.says("same-plan", text):
        own = state.named[0]
    needs = reader.needs(text)
    grown = _grown(state, needs, reader.bare(text))
    alone = Question(
        typed,
        text,
        language,
        spoken,
        plan or own or state.plan,
        named,
        needs,
        foreign=not tongue and language == spoken,
    )
    if not (state.text and _leans(alone, state.text, knowledge, router)):
        again = state.needs and reader.says("in-total", text)
        if state.goal == PRICING and (again or (needs and (state.needs or state.named))):
            # A sum under discussion grows although the turn stands on its own.
            return alone._replace(named=named or state.named, needs=grown, sums=True)
        return alone
    asked = state.plan or not state.named or any(ask.id == "plan" for ask in state.asks)
    if not own and asked and len(named) == 1 and _bare(text, knowledge, reader):
        own = named[0]
    return alone._replace(
        said=f"{state.said}\n{typed}",
        text=_joined(state.text, text, knowledge),
        plan=plan or own or state.plan,
        named=named or state.named,
        needs=grown,
        follows=True,
        turn=text,
        sums=bool(grown) and state.goal == PRICING,
    )


def _picked(chosen: dict[str, str], state: State, plan: str, language: str, spoken: str) -> Question:
    """Return the turn for options picked by letter: a plan alone answers for the question that is still open."""
    if "area" in chosen and "goal" not in chosen and state.goal and not state.text:
        chosen = {**chosen, "goal": state.goal}  # it was plain from what was said before
    own = "" if chosen.get("plan") == "unknown" else chosen.get("plan", "")
    open_ = set(chosen) == {"plan"} and bool(state.text)
    return Question(
        state.said if open_ else "",
        state.text if open_ else "",
        state.language or language,
        spoken,
        plan or own or state.plan,
        needs=state.needs,
        follows=open_,
        chosen=chosen,
    )


def suggested(typed: str, state: State) -> str:
    """Return the suggestion that `/2` stands for, or a bare `2` while no lettered question is open."""
    digit = typed.strip().removeprefix("/")
    bare = not typed.strip().startswith("/")
    if len(digit) == 1 and digit.isdigit() and 1 <= int(digit) <= len(state.suggestions) and not (bare and state.asks):
        return state.suggestions[int(digit) - 1]
    return typed


def choices(typed: str, asks: tuple[Ask, ...]) -> dict[str, str]:
    """Return {question id: value} of a turn that is only letters: `B` answers the first open question, `J C` both."""
    letters = [t for t in typed.replace(",", " ").replace("，", " ").replace(".", " ").replace(")", " ").split()]
    if not letters or len(letters) > len(asks) or any(len(t) != 1 or not t.isascii() for t in letters):
        return {}
    chosen = {}
    for letter, ask in zip(letters, asks, strict=False):
        at = ord(letter.upper()) - ord("A")
        if not 0 <= at < len(ask.options):
            return {}
        chosen[ask.id] = ask.options[at].value
    return chosen


def plans_in(text: str, spoken: str, knowledge: Knowledge) -> tuple[str, tuple[str, ...]]:
    """Return (the plan that the user says is theirs, every plan named)."""
    line = tokens(fold(text))
    mentions = list(knowledge.plan_names.find(line))
    places = {at: size for at, _, size in mentions}
    reader = knowledge.reader(spoken)
    owned: dict[str, float] = {}
    for at, key, size in mentions:
        said = knowledge.hints(OWN).probabilities(*plan_blocks(line, at, size, places, reader))
        owned[key] = max(said[OWN], owned.get(key, 0.0))
    best = max(owned, key=owned.__getitem__, default="")
    return best if best and owned[best] > LIKELY else "", tuple(dict.fromkeys(key for _, key, _ in mentions))


def _leans(turn: Question, before: str, knowledge: Knowledge, router: Router) -> bool:
    """Return whether a turn needs the one before it to be understood: it says so, or is short and the surer with it."""
    text, reader = turn.text, knowledge.reader(turn.spoken)
    found = words(text)
    size = sum(0.5 if is_han(w) else 1 for w in found)
    opens = [at for at, _, _ in reader.phrases("follow").find(tokens(text))]
    cue = bool(opens) and (opens[0] <= 1 or is_han(found[-1]) if found else False)
    if size > 2 * SHORT or not found:
        return False
    scored = router.score(text, turn.spoken)
    if scored.act == CLARIFY and (reader.says("thanks", text) or reader.says("greeting", text)):
        return False
    if scored.act.startswith(("handoff", "decline")) and scored.acts[scored.act] > STANDS and size > SHORT / 2:
        return False
    pronoun = next(reader.phrases("pronouns").find(tokens(text)), None) is not None
    stands = scored.act == "answer" and scored.surety >= STANDS
    if cue or pronoun:
        return not (stands and size > (SHORT if pronoun else LEAN))
    if scored.surety >= CLEARLY or size > SHORT or (scored.act == CLARIFY and scored.acts[CLARIFY] > 0.8):
        return False
    joined = router.score(_joined(before, text, knowledge), turn.spoken)
    return joined.act == "answer" and joined.surety > scored.surety


def _bare(text: str, knowledge: Knowledge, reader: Reader) -> bool:
    """Return whether the turn is a plan's name and little else, and does not go on from it ("and on ...")."""
    line = tokens(text)
    named = sum(size for _, _, size in knowledge.plan_names.find(line))
    return len(line) - named <= 5 and not next(reader.phrases("also").find(line[:2]), None)


def _grown(state: State, now: Needs, bare: int) -> Needs:
    """Return the needs under discussion with those of this turn: amounts replace, extras and packs add up.

    `bare` is a number of the turn that counts nothing named: it counts what is under discussion.
    """
    before = state.needs
    limit = next(iter(before.amounts), "") if len(before.amounts) == 1 else SMS * (state.area == SMS)
    amounts = {**before.amounts, **now.amounts}
    if bare and not now and limit:
        amounts[limit] = bare
    extra = dict(before.extra)
    for limit, more in now.extra.items():
        extra[limit] = extra.get(limit, 0) + more
    return Needs(amounts, extra, {**before.packs, **now.packs}, now.months)


def _joined(before: str, text: str, knowledge: Knowledge) -> str:
    """Return the earlier question, without the channels and plans that this turn replaces, and this turn."""
    old, new = tokens(before), tokens(text)
    dropped: set[int] = set()
    for phrases, prefix in ((knowledge.signals, "channels."), (knowledge.plan_names, "")):
        replaced = {name for _, name, _ in phrases.find(new) if name.startswith(prefix)}
        if replaced:
            for at, name, size in phrases.find(old):
                if name.startswith(prefix) and name not in replaced:
                    dropped |= set(range(at, at + size))
    return " ".join(t for i, t in enumerate(old) if i not in dropped) + "\n" + text


def after(state: State, question: Question, decision: Decision, reply: Reply) -> State:
    """Return the state after a reply; small talk and refusals leave the topic as it was."""
    common = state._replace(
        language=question.language,
        plan=question.plan,
        named=question.named,
        asks=reply.questions,
        suggestions=reply.suggestions,
        turns=state.turns + 1,
    )
    if reply.kind in ("clarify", "decline"):
        plain = reply.kind == "clarify" and len(reply.questions) == 1 and not state.text
        return common._replace(goal=decision.goal) if plain else common
    topics = tuple(e for topic in decision.topics for e in topic)
    return common._replace(
        needs=question.needs, area=reply.area, goal=reply.goal, topics=topics, text=question.text, said=question.said
    )
