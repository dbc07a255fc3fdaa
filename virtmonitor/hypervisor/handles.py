"""libvirt's objects of the domains that are looked at, kept between ticks: a look-up is a round trip."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

import libvirt

from virtmonitor.core.errors import FailureKind, VirtmonitorError
from virtmonitor.hypervisor.failures import failure_of

#: Objects kept beyond those asked for last: rows scrolled away may scroll back.
SPARE: Final = 256
#: From so many missing on, a list of all active domains may be cheaper than look-ups.
_MANY: Final = 8
#: Seconds of a look-up in the daemon, and of one domain in a list.
_LOOKUP: Final = 0.00008
_LISTED: Final = 0.000015


class Handles:
    """The active ones of the wanted domains, by UUID. Blocks where one is missing. One thread."""

    def __init__(self, connection: libvirt.virConnect) -> None:
        self._connection = connection
        self._known: dict[str, libvirt.virDomain] = {}

    def __len__(self) -> int:
        return len(self._known)

    def active(self, uuids: Collection[str], round_trip: float) -> dict[str, libvirt.virDomain]:
        """The domains that are active, in the order asked.

        Raises VirtmonitorError when the connection is lost.
        """
        missing = [uuid for uuid in uuids if uuid not in self._known]
        if missing:
            self._find(missing, round_trip)
        if len(self._known) > 2 * len(uuids) + SPARE:
            self._known = {uuid: domain for uuid, domain in self._known.items() if uuid in uuids}
        return {uuid: self._known[uuid] for uuid in uuids if uuid in self._known}

    def forget(self, uuid: str) -> None:
        """It stopped, started or was undefined: what is kept has another id."""
        self._known.pop(uuid, None)

    def clear(self) -> None:
        """Drops all, so that the connection can be closed."""
        self._known.clear()

    def _find(self, missing: list[str], round_trip: float) -> None:
        try:
            found = (
                self._listed(missing)
                if self._list_is_cheaper(len(missing), round_trip)
                else self._each(missing)
            )
        except libvirt.libvirtError as error:
            raise VirtmonitorError(failure_of(error, "find the domains")) from error
        self._known.update((domain.UUIDString(), domain) for domain in found if domain.ID() >= 0)

    def _list_is_cheaper(self, missing: int, round_trip: float) -> bool:
        if missing < _MANY:
            return False
        listed = round_trip + self._connection.numOfDomains() * _LISTED
        return bool(listed < missing * (round_trip + _LOOKUP))

    def _listed(self, missing: Collection[str]) -> list[libvirt.virDomain]:
        wanted = set(missing)
        active = self._connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_ACTIVE)
        return [domain for domain in active if domain.UUIDString() in wanted]

    def _each(self, missing: Iterable[str]) -> list[libvirt.virDomain]:
        found = []
        for uuid in missing:
            try:
                found.append(self._connection.lookupByUUIDString(uuid))
            except libvirt.libvirtError as error:
                if failure_of(error, "find a domain").kind is not FailureKind.NO_SOURCE:
                    raise
        return found
