"""Plug in an engine of your own, here Ollama's native API: a function from messages to words.

It may fail or invent as it likes: a figure that is not in the sources never reaches the reader.
"""

import json
import os
import sys
from urllib.request import Request, urlopen

from closum_help import Assistant, EngineError

URL = os.environ.get("OLLAMA_HOST", "http://localhost:11434") + "/api/chat"


def ollama(messages: list[dict[str, str]]) -> str:
    body = json.dumps({"model": "llama3.2", "messages": messages, "stream": False}).encode()
    try:
        with urlopen(Request(URL, body, {"Content-Type": "application/json"}), timeout=30) as response:
            return json.load(response)["message"]["content"]
    except (OSError, ValueError, KeyError) as error:
        raise EngineError("Ollama gave no answer.", "Start it with: ollama serve") from error


reply, _ = Assistant(engine=ollama).answer(" ".join(sys.argv[1:]) or "What does the Growth plan cost?")
print(f"[engine: {reply.engine}, model: {reply.model}, degraded: {reply.degraded and reply.degraded.code}]")
print(reply.text)
