"""What a host asks before it lets somebody in, and the answers. Answers never reach a log: nothing here shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question. `text` is the host's, so it is shown as plain text; a `secret` answer is not shown while typed."""

    kind: str
    """libvirt's virConnectCredentialType in lower case: username, authname, passphrase, noechoprompt..."""
    text: str
    secret: bool
    default: str = ""


class Answers:
    """The answers to some prompts, in their order. Without a repr that tells them."""

    __slots__ = ("_texts", "remember")

    def __init__(self, texts: Sequence[str], *, remember: bool = False) -> None:
        """`remember`: the person wants them kept in the keyring."""
        self._texts = tuple(texts)
        self.remember = remember

    def texts(self) -> tuple[str, ...]:
        """The answers themselves, to be handed to libvirt and to nothing else."""
        return self._texts


class Asker(Protocol):
    """Who answers. Called on a thread that may wait, never on the GUI's."""

    @property
    def interactive(self) -> bool:
        """True when a person is there to be asked; polkit may put up its own dialog then."""

    def ask(self, host: str, prompts: Sequence[Prompt], *, can_remember: bool = False) -> Answers | None:
        """The answers, one a prompt, or None when there is nobody to give them, or who does not want to.

        `can_remember`: there is a keyring to keep them in.
        """

    def refused(self) -> bool:
        """The host did not take the last answers. True when it makes sense to ask once more, now."""
