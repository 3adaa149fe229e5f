"""The errors a front door turns into one line and an exit code.

HelpError                base; the message says what happened, `fix` what to do
+-- UsageError           exit 2: what was typed cannot be used
+-- ConfigError          exit 3: a setting is missing or wrong
+-- EngineError          exit 4: the model service failed
+-- KnowledgeError       exit 5: the YAML, or what was compiled from it, is not valid
+-- OutputError          exit 6: output or storage failed
"""


class HelpError(Exception):
    """An error for a person: one line of what happened, one of what to do."""

    code = "error"
    exit_code = 1

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.message} {self.fix}".strip()


class UsageError(HelpError):
    """What was typed cannot be used."""

    code = "usage"
    exit_code = 2


class ConfigError(HelpError):
    """A setting is missing or wrong; no call was made."""

    code = "config"
    exit_code = 3


class EngineError(HelpError):
    """The model service failed; the offline answer stands in for its own."""

    code = "engine"
    exit_code = 4


class KnowledgeError(HelpError):
    """The knowledge is not valid; `problems` holds every finding, as `file:line:col: what; what to do`."""

    code = "knowledge"
    exit_code = 5

    def __init__(self, message: str, fix: str = "", problems: tuple[str, ...] = ()) -> None:
        super().__init__(message, fix)
        self.problems = problems


class OutputError(HelpError):
    """Output or storage failed."""

    code = "output"
    exit_code = 6
