"""Passwords of hosts in the keyring of the desktop: only where the package `keyring` is there, and only on request.

A locked keyring asks to be unlocked. So it is opened only when a person wants to authenticate, never at the start.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from virtmonitor.core.credentials import Answers, Asker, Prompt
from virtmonitor.core.uris import shown

log = logging.getLogger("virtmonitor.passwords")

SERVICE: Final = "virtmonitor"


def installed() -> bool:
    """True where the package is there; whether there is a keyring, only asking it tells."""
    return find_spec("keyring") is not None


def _keyring() -> Any:
    return import_module("keyring")


def _usable() -> bool:
    """True where answers can be kept. Blocks for some hundred milliseconds."""
    # The package says "nothing is there to keep them in" by a backend of priority 0 or less.
    return float(getattr(_keyring().get_keyring(), "priority", 0)) > 0


class KeyringAsker:
    """Answers from the keyring, else those of `person`, which are kept there when they want it.

    One for each time that somebody wants to authenticate. A host may ask for one thing after the other.
    """

    interactive = True

    def __init__(self, uri: str, person: Asker) -> None:
        self._place = shown(uri)
        self._person = person
        self._used = False
        self._refused = False

    def ask(self, host: str, prompts: Sequence[Prompt], *, can_remember: bool = False) -> Answers | None:
        """See Asker. On a thread that may wait: the keyring may ask to be unlocked."""
        usable = _usable()
        kept = self._kept(prompts) if usable and not self._refused else None
        if kept is not None:
            self._used = True
            return kept
        answers = self._person.ask(host, prompts, can_remember=usable)
        if answers is not None and answers.remember:
            self._keep(prompts, answers)
        return answers

    def refused(self) -> bool:
        """See Asker. What was kept is wrong: it is forgotten, and the person is asked."""
        if not self._used:
            return self._person.refused()
        self._used, self._refused = False, True
        with _without_keyring("forget"):
            _keyring().delete_password(SERVICE, self._place)
        return True

    def _kept(self, prompts: Sequence[Prompt]) -> Answers | None:
        known = self._read()
        found = [known.get((prompt.kind, prompt.text)) for prompt in prompts]
        return None if None in found else Answers([str(answer) for answer in found])

    def _keep(self, prompts: Sequence[Prompt], answers: Answers) -> None:
        known = self._read()
        known.update(
            {(prompt.kind, prompt.text): text for prompt, text in zip(prompts, answers.texts(), strict=True)}
        )
        rows = [[*question, answer] for question, answer in known.items()]
        with _without_keyring("keep"):
            _keyring().set_password(SERVICE, self._place, json.dumps(rows))

    def _read(self) -> dict[tuple[str, str], str]:
        known: dict[tuple[str, str], str] = {}
        with _without_keyring("read"):
            for kind, text, answer in json.loads(_keyring().get_password(SERVICE, self._place) or "[]"):
                known[kind, text] = answer
        return known


@contextmanager
def _without_keyring(doing: str) -> Iterator[None]:
    """Each backend has failures of its own, and none of them is a reason not to connect."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - see above; what it says may hold what is kept
        log.info("the keyring cannot %s it: %s", doing, type(error).__name__)
