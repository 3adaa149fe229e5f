"""Secrets that must go, and the lines of every day that must stay."""

import time

import pytest

from closum_help.redaction import MARK, redact, without_contacts

PEM = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIEow\nabc=\n-----END RSA PRIVATE KEY-----"


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Authorization: Bearer abc123def456ghi789", "Authorization: Bearer [redacted]"),
        ("my key is Bearertk-55e1f0a9c3d2", "my key is Bearer[redacted]"),
        ("Authorization: Token abc123def456", "Authorization: Token [redacted]"),
        ("Authorization: Basic dXNlcjpwYXNzd29yZA==", "Authorization: Basic [redacted]"),
        ('curl -H "api-key: 9f8e7d6c5b4a3928"', 'curl -H "api-key: [redacted]"'),
        ("apikey=hello", "apikey=[redacted]"),
        ("?api_pw=s3cr3t&api_username=maria&x=1", "?api_pw=[redacted]&api_username=[redacted]&x=1"),
        ('{"api_pw":"hunter","api_username":"maria"}', '{"api_pw":"[redacted]","api_username":"[redacted]"}'),
        ("api_key = 'abcd'", "api_key = '[redacted]'"),
        ("sk-proj-abcdefghijklmnop", "[redacted]"),
        ("it is shop_live_8d72ka9s0d1k2.", "it is [redacted]."),
        ("clsm_9a8b7c6d5e4f3g2h", "[redacted]"),
        ("token 3f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c failed", "token [redacted] failed"),
        ("QWxhZGRpbjpvcGVuIHNlc2FtZTEyMzQ1Ng", "[redacted]"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc-def_123", "[redacted]"),
        ("https://maria:hunter2@api.example.com/v2", "https://[redacted]@api.example.com/v2"),
        ("password: hunter2", "password: [redacted]"),
        ("Password: swordfish", "Password: [redacted]"),
        ("pw is Summer2026!", "pw is [redacted]!"),
        ("my password is hunter2 and it fails", "my password is [redacted] and it fails"),
        ("PIN password=0000", "PIN password=[redacted]"),
        ("密码是abc12345", "密码是[redacted]"),
        ("我的密码：Passw0rd。", "我的密码：[redacted]。"),
        ("minha senha é gato123", "minha senha é [redacted]"),
        ("contraseña: perro99", "contraseña: [redacted]"),
        ("client_secret=zzz", "client_secret=[redacted]"),
        ("card 4111 1111 1111 1111 exp 12/30", "card [redacted] exp 12/30"),
        ("5500-0000-0000-0004", "[redacted]"),
        ("IBAN PT50 0002 0123 1234 5678 9015 4 PLEASE", "IBAN [redacted] PLEASE"),
        ("DE89370400440532013000", "[redacted]"),
        (f"key:\n{PEM}\nend", "key:\n[redacted]\nend"),
        ("-----BEGIN PRIVATE KEY-----\nMIIEow", "[redacted]"),
    ],
)
def test_R01_R02_a_secret_goes_and_its_name_stays(text: str, redacted: str) -> None:
    assert redact(text) == redacted
    assert redact(redacted) == redacted


@pytest.mark.parametrize(
    "line",
    [
        "Growth costs EUR 12 a month: 10,000 e-mails, 5,000 an hour",
        "GET https://api.example.com/v2/contact-lifecycle-stage",
        "POST /api/v1/contacts/import?list=12",
        "Authorization: Bearer {token}",
        "Authorization: Bearer <API_KEY>",
        "Authorization: Bearer YOUR_API_KEY",
        "api-key: {api_key}",
        "api_key=$API_KEY",
        "the api-key header replaces the Bearer token",
        "Bearer base URL is the older API",
        "bearer authentication",
        "colour #1a2b3c and #FFF",
        "token",
        "where do I find my token?",
        "the token is invalid",
        "token: 3600 seconds",
        "password reset does not arrive",
        "my password is wrong",
        "password is not accepted",
        "password: where do I change it?",
        "api_username and api_pw are the fields",
        "api_pw is the password of the API user",
        "the api key is in Settings",
        "2026-11-22T16:07:19Z",
        "utm_campaign=black_friday_2026_newsletter",
        "Q4-2026-newsletter-blackfriday2026",
        "call +351 253 204 870 or 253204870",
        "12,000 e-mails and 1,500 SMS",
        "SPF v=spf1 include:_spf.example.com ~all",
        "ContactLifecycleStageChanged",
        "EUR 12.50, 0.014 per SMS",
        "Campaigns -> Email -> Create new",
        "https://example.com:8080/path@2x.png",
        "密码重置邮件收不到",
        "token是什么？",
        "密钥在哪里",
        "what is a secret?",
        "scikit-learn, sk-learn",
        "4111 1111 1111 1112",
        "AB12 IS NOT AN ACCOUNT NUMBER OF MINE",
    ],
)
def test_R03_a_harmless_line_stays(line: str) -> None:
    assert redact(line) == line


@pytest.mark.parametrize(
    "piece",
    [
        "+1-",
        "Aa1",
        "a1-",
        "eyJ",
        "eyJa.",
        "a:",
        "://",
        "://a:",
        "password=",
        "is ",
        "bearer ",
        "4 ",
        "4-",
        "AB12",
        "AB12 ",
        "é",
        "-----BEGIN A-----",
        "api-key: ",
        "sk-",
    ],
)
def test_R04_a_hundred_kilobytes_take_no_time(piece: str) -> None:
    began = time.perf_counter()
    redact(piece * (100_000 // len(piece)))
    assert time.perf_counter() - began < 0.5


def test_several_secrets_in_one_text() -> None:
    text = redact("api_pw=abc and pw is hunter2\ncard 4111111111111111")
    assert text.count(MARK) == 3


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("write to maria.silva+news@loja.example.pt.", "write to [redacted]."),
        ("我的邮箱maria@loja.pt，谢谢", "我的邮箱[redacted]，谢谢"),
        ("call +351 253 204 870 or 253204870", "call [redacted] or [redacted]"),
        ("(+351) 253-204-870", "[redacted]"),
        ("0034 612 345 678!", "[redacted]!"),
        ("手机13812345678打不通", "手机[redacted]打不通"),
        ("手机 13812345678 打不通", "手机 [redacted] 打不通"),
    ],
)
def test_R02_contacts_go_where_they_are_not_to_be_kept(text: str, redacted: str) -> None:
    assert without_contacts(text) == redacted
    assert without_contacts(redacted) == redacted


@pytest.mark.parametrize(
    "line",
    [
        "10,000 e-mails, 5,000 an hour, 200 000 000 in all, 300.000.000",
        "2026-11-22T16:07:19Z, 2026-11-22 16:07, 22/11/2026, 1763827639",
        "EUR 12.50, 0.014 per SMS, +5 members, v2.10.3",
        "GET /v2/contacts/253204870/tags",
        "@maria, maria@localhost, contacts@",
    ],
)
def test_R03_figures_and_dates_are_no_contacts(line: str) -> None:
    assert without_contacts(line) == line


@pytest.mark.parametrize("piece", ["+1-", "1 ", "1", "a@", "a.", "a@a.", "(+1", "00 "])
def test_R04_a_hundred_kilobytes_of_almost_contacts_take_no_time(piece: str) -> None:
    began = time.perf_counter()
    without_contacts(piece * (100_000 // len(piece)))
    assert time.perf_counter() - began < 0.5
