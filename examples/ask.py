"""Ask one question and read the reply: python examples/ask.py "What does Growth cost?" """

import sys

from closum_help import ask

reply = ask(" ".join(sys.argv[1:]) or "What does the Growth plan cost?")
print(f"[{reply.kind}]")
print(reply.text)
for source in reply.sources:
    print(f"  {source.id}: {source.title}, {source.checked}, {source.url}")
