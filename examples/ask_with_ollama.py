"""Let a model on this machine word the answers: `ollama pull llama3.2`, then python examples/ask_with_ollama.py

Any other OpenAI-compatible service goes the same way; what it says is checked, and where it fails we answer ourselves.
"""

import os
import sys

os.environ.setdefault("CLOSUM_HELP_BASE_URL", "http://localhost:11434/v1")  # no key is needed here
os.environ.setdefault("CLOSUM_HELP_MODEL", "llama3.2")
os.environ.setdefault("CLOSUM_HELP_TIMEOUT", "120")  # seconds; a model's first answer waits for it to load

from closum_help import Assistant

helper = Assistant()
reply, _ = helper.answer(" ".join(sys.argv[1:]) or "What does the Growth plan cost?")
print(f"[worded by: {reply.model if reply.engine == 'openai' else 'us, offline'}]")
if reply.degraded:
    print(f"[{reply.degraded.code}: {helper.engine_error or ', '.join(reply.degraded.violations)}]")
print(reply.text)
