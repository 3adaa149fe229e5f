"""Secrets out of a text before it is sent, stored or logged: keys, tokens, passwords, cards, account numbers."""

from __future__ import annotations

import re
from itertools import pairwise

MARK = "[redacted]"

# Every pattern is linear: a run of characters is entered at its start only and never given back.
_PEM = r"-----BEGIN [^-\n]{1,40}-----(?:(?!-----)[\s\S])*+(?:-----END [^-\n]{1,40}-----)?"
_LOGIN = r"(?<=://)[^\s/@:]*+:[^\s/@]++(?=@)"
_JWT = r"(?<![\w-])eyJ[\w-]{8,}+\.[\w-]{8,}+(?:\.[\w-]*+)?"
_BEARER = r"(?i)(?P<head>bearer[\s:=]{0,3}[\"']?)(?P<value>[\w.~+/=-]{8,}+)"
_PASSWORD = r"password|passwd|passcode|pwd|pw|senha|palavra-passe|contraseñ?n?a|密码|密碼|口令"
_KEY = (
    r"authorization|(?:x-)?api[-_ ]?(?:key|pw|username|user|secret|token)|(?:client|app)[-_ ]?secret"
    r"|(?:access|auth|refresh|secret)[-_ ]?(?:token|key)|token|secret|密钥|密鑰|令牌"
)
_NAMED = (
    rf"(?i)(?P<head>(?<![a-z])(?:(?P<password>{_PASSWORD})|{_KEY})[\"']?"
    r"(?P<link>\s{0,3}(?:=>|[:=：]|is\b|é|es\b|是|为|為)\s{0,3}(?P<quote>[\"'“]?))"
    r"(?:(?:bearer|token|basic|apikey)\s{1,3})?)(?P<value>[^\s\"'“”,，;；。&<>{}()]{3,}+)(?P<end>\s*(?:$|\n))?"
)
_RUN = r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{12,}+"
_CARD = r"(?<!\d)[2-6](?:[ -]?\d){12,18}(?!\d)"
_IBAN = r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}"
_MAIL = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++"
_PHONE = r"(?a)(?<![\w.,/+-])(?:\+|00|\(\+?)?[0-9](?:[ ()./-]{0,2}[0-9])*+(?![\w,])"
_HOME_NUMBER = r"[236789]\d{8}|1[3-9]\d{9}"  # Portuguese and Spanish; Chinese mobile
_PLACEHOLDER = r"[A-Z_]+|[xX*.•-]+|(?i:your).*|[$%\[].*"


def redact(text: str) -> str:
    """Return the text with every secret replaced by `[redacted]`; names and figures stay as they are."""
    text = re.sub(f"{_PEM}|{_LOGIN}|{_JWT}", MARK, text)
    text = re.sub(_BEARER, _bearer, text)
    text = re.sub(_NAMED, _named, text)
    text = re.sub(_RUN, lambda match: MARK if _is_key(match[0]) else match[0], text)
    text = re.sub(_CARD, lambda match: MARK if _luhn(match[0]) else match[0], text)
    return re.sub(_IBAN, lambda match: _without_iban(match[0]), text)


def without_contacts(text: str) -> str:
    """Return the text with e-mail addresses and phone numbers replaced by `[redacted]`."""
    text = re.sub(_MAIL, MARK, text)
    return re.sub(_PHONE, lambda match: MARK if _is_phone(match[0]) else match[0], text)


def _is_phone(found: str) -> bool:
    """Return whether it is a phone number: with the country in front, or as long as one at home and no round sum."""
    digits = "".join(c for c in found if c.isdigit())
    if found.startswith(("+", "00", "(+")):
        return 8 <= len(digits) <= 17
    return re.fullmatch(_HOME_NUMBER, digits) is not None and not digits.endswith("000")


def _bearer(match: re.Match[str]) -> str:
    value = match["value"]
    secret = any(c.isdigit() for c in value) and any(c.isalpha() for c in value)
    return match["head"] + MARK if secret else match[0]


def _named(match: re.Match[str]) -> str:
    """Redact what a name is said to be: all that is assigned or quoted; after a colon or "is" only what is no word."""
    value = match["value"].rstrip(".!?！？")
    if not value or re.fullmatch(_PLACEHOLDER, value):
        return match[0]
    assigned = "=" in match["link"] or match["quote"]
    secret = assigned or _is_no_word(value, numbers=bool(match["password"]))
    alone = match["password"] and match["end"] is not None and ":" in match["link"]
    return match["head"] + MARK + match[0][len(match["head"]) + len(value) :] if secret or alone else match[0]


def _is_no_word(value: str, *, numbers: bool) -> bool:
    """Return whether the value mixes letters with digits or marks; `numbers`: digits alone will do."""
    digits = any(c.isdigit() for c in value)
    marks = any(not c.isalnum() and c not in "-_/'’" for c in value.strip("*`"))
    return (numbers and (digits or marks)) or (digits and any(c.isalpha() and c.isascii() for c in value))


def _is_key(run: str) -> bool:
    """Return whether the run looks drawn at random: digits and letters change places often, in one long piece."""
    if run.startswith(("sk-", "sk_")):
        return True
    shortest = 20 if run.isalnum() else 12  # a prefix such as `live_` gives a shorter one away
    return any(len(piece) >= shortest and _turns(piece) >= 3 for piece in re.split("[-_]", run))


def _turns(piece: str) -> int:
    return sum(a.isdigit() != b.isdigit() for a, b in pairwise(piece))


def _luhn(number: str) -> bool:
    digits = [int(c) for c in reversed(number) if c.isdigit()]
    doubled = sum(sum(divmod(2 * d, 10)) for d in digits[1::2])
    return (sum(digits[::2]) + doubled) % 10 == 0


def _without_iban(found: str) -> str:
    """Replace the longest beginning that is an IBAN; words in capitals may follow it."""
    for end in range(len(found), 14, -1):
        plain = found[:end].replace(" ", "") if found[end : end + 1] in ("", " ") else ""
        if len(plain) >= 15 and int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1:
            return MARK + found[end:]
    return found
