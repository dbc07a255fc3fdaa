"""libvirt's openAuth over an Asker: the credentials a host wants, asked for in the words of core.credentials.

Source: virConnectAuth and virConnectCredential of libvirt-host.h.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import libvirt

from virtmonitor.core.credentials import Answers, Asker, Prompt

# Not VIR_CRED_USERNAME: SASL would ask for a second name, in whose stead one acts, as nobody wants (nor virsh asks).
_KINDS: Final = {
    libvirt.VIR_CRED_AUTHNAME: "authname",
    libvirt.VIR_CRED_ECHOPROMPT: "echoprompt",
    libvirt.VIR_CRED_NOECHOPROMPT: "noechoprompt",
    libvirt.VIR_CRED_PASSPHRASE: "passphrase",
    libvirt.VIR_CRED_REALM: "realm",
}
_SECRET: Final = frozenset({libvirt.VIR_CRED_NOECHOPROMPT, libvirt.VIR_CRED_PASSPHRASE})
_RESULT: Final = 4  # a credential is [type, prompt, challenge, default, result]


def open_asking(uri: str, host: str, asker: Asker, *, read_only: bool) -> libvirt.virConnect:
    """Open `uri`, its credentials asked of `asker`. Blocks as long as a person thinks; raises libvirtError."""

    def ask(credentials: list[list[Any]], _opaque: object) -> int:
        # An exception here would be printed by the binding, and the connection left waiting.
        try:
            return _answer(credentials, asker.ask(host, [_prompt(credential) for credential in credentials]))
        except Exception:
            import logging  # for what should not happen

            logging.getLogger("virtmonitor.authentication").exception("asking for credentials failed")
            return -1

    flags = libvirt.VIR_CONNECT_RO if read_only else 0
    return libvirt.openAuth(uri, [list(_KINDS), ask, None], flags)


def _prompt(credential: Sequence[Any]) -> Prompt:
    kind, text, _challenge, default = credential[:4]
    return Prompt(_KINDS.get(kind, "unknown"), str(text or ""), kind in _SECRET, str(default or ""))


def _answer(credentials: list[list[Any]], answers: Answers | None) -> int:
    if answers is None:
        return -1
    for credential, text in zip(credentials, answers.texts(), strict=True):
        credential[_RESULT] = text
    return 0


class Remembered:
    """Answers kept in memory for the life of the program: a connection that was lost comes back without a question.

    Asks `asker` for what it does not know; without one, such a question is declined. One thread.
    """

    def __init__(self) -> None:
        self._known: dict[Prompt, str] = {}
        self.asker: Asker | None = None

    def __bool__(self) -> bool:
        return bool(self._known) or self.asker is not None

    @property
    def interactive(self) -> bool:
        """See Asker."""
        return self.asker is not None

    def ask(self, host: str, prompts: Sequence[Prompt], *, can_remember: bool = False) -> Answers | None:
        """See Asker. A person is asked everything anew, since what was known may have been wrong."""
        if self.asker is None:
            known = [self._known.get(prompt) for prompt in prompts]
            return None if None in known else Answers([text for text in known if text is not None])
        answers = self.asker.ask(host, prompts, can_remember=can_remember)
        if answers is not None:
            self._known.update(zip(prompts, answers.texts(), strict=True))
        return answers

    def refused(self) -> bool:
        """See Asker."""
        self._known.clear()
        return self.asker is not None and self.asker.refused()
