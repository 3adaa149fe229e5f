"""Act on the kind of a reply: a handoff carries the sibling's name and the request to give it."""

import sys

from closum_help import ask

reply = ask(" ".join(sys.argv[1:]) or "Design a cold outreach sequence for architects, six touches")
match reply.kind:
    case "handoff" if reply.handoff:
        print(f"call the skill {reply.handoff.skill} with: {reply.handoff.prompt}")
        print(f"install it with: {reply.handoff.install}")
    case "clarify":
        print("ask the user:", *(question.text for question in reply.questions), sep="\n- ")
    case "decline":
        print(f"declined ({reply.decline}): {reply.text}")
    case _:
        print(reply.text)
