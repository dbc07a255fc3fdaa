"""What becomes of a wanted number of vCPUs, or of memory: when it counts, and what it needs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from virtmonitor.engine.numbertext import format_bytes
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

_MIB: Final = 1024**2
_GIB: Final = 1024**3
# The operation, its parameter, and the keys of what a domain has and what it can have.
_KINDS: Final[Mapping[str, tuple[str, str, str, str]]] = MappingProxyType(
    {
        "vcpus": ("setVcpus", "count", "vcpuCurrent", "vcpuMaximum"),
        "memory": ("setMemory", "bytes", "memoryCurrent", "memoryMaximum"),
    }
)
# Of memory: up to so many bytes it is chosen in steps of so many.
_STEPS: Final = ((_GIB, 64 * _MIB), (4 * _GIB, 256 * _MIB), (16 * _GIB, 512 * _MIB))


@QmlElement
class ResourcePlan(QObject):
    """`resources` is what a SourceQuery of that kind tells; `wanted` what a person chose, NaN for nothing.

    Amounts are vCPUs, or bytes of memory; NaN is unknown. What is over the limit with which the domain was started
    counts at its next start only: libvirt cannot raise that while it runs. The engine's thread only.
    """

    kindChanged = Signal()
    resourcesChanged = Signal()
    planChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind = "vcpus"
        self._live: Mapping[str, Any] | None = None
        self._config: Mapping[str, Any] | None = None
        self._resources: dict[str, Any] = {}
        self._wanted = math.nan

    def _set_kind(self, kind: str) -> None:
        if kind in _KINDS and kind != self._kind:
            self._kind, self._wanted = kind, math.nan
            self.kindChanged.emit()
            self._tell()

    kind = Property(str, lambda self: self._kind, _set_kind, notify=kindChanged)
    """vcpus or memory."""

    def _set_resources(self, resources: Any) -> None:
        known = dict(resources or {})
        if known != self._resources:
            self._resources = known
            self._live, self._config = known.get("live"), known.get("config")
            if self._wanted in (self._current(), self._amount(self._config, 2)):
                self._wanted = math.nan
            self._tell()

    resources = Property("QVariant", lambda self: self._resources, _set_resources, notify=resourcesChanged)
    """`live` and `config`, each a map or null."""

    def _set_wanted(self, amount: float) -> None:
        if amount != self._wanted and not (math.isnan(amount) and math.isnan(self._wanted)):
            self._wanted = amount
            self.planChanged.emit()

    wanted = Property(float, lambda self: self._wanted, _set_wanted, notify=planChanged)

    @Slot()
    def reset(self) -> None:
        """Nothing is wanted any more."""
        self._set_wanted(math.nan)

    operation = Property(str, lambda self: _KINDS[self._kind][0], notify=kindChanged)
    current = Property(float, lambda self: self._current(), notify=resourcesChanged)
    """What it has now; of a domain that is off, what it starts with."""
    chosen = Property(float, lambda self: self._chosen(), notify=planChanged)
    """What is wanted, else what it has."""
    lowest = Property(
        float, lambda self: 1.0 if self._kind == "vcpus" else self._step(), notify=resourcesChanged
    )
    highest = Property(float, lambda self: self._highest(), notify=resourcesChanged)
    """The most that can be chosen: what it can have now or after its next start."""
    step = Property(float, lambda self: self._step(), notify=resourcesChanged)
    changed = Property(bool, lambda self: self._changes(), notify=planChanged)
    """True when what is wanted is not what it has."""
    needsRestart = Property(bool, lambda self: self._needs_restart(), notify=planChanged)
    """True when what is wanted counts only after a restart, or what is configured already does."""
    chosenText = Property(str, lambda self: self._format(self._chosen()), notify=planChanged)
    highestText = Property(str, lambda self: self._format(self._highest()), notify=resourcesChanged)
    parameters = Property("QVariantMap", lambda self: self._parameters(), notify=planChanged)
    """For the call of `operation`."""
    text = Property(str, lambda self: self._text(), notify=planChanged)
    """What there is to say of it; "" when it simply has what it is configured to have."""

    def _tell(self) -> None:
        self.resourcesChanged.emit()
        self.planChanged.emit()

    def _amount(self, source: Mapping[str, Any] | None, place: int) -> float:
        value = (source or {}).get(_KINDS[self._kind][place])
        return math.nan if value is None else float(value)

    def _current(self) -> float:
        return self._amount(self._live if self._live is not None else self._config, 2)

    def _chosen(self) -> float:
        return self._current() if math.isnan(self._wanted) else self._wanted

    def _highest(self) -> float:
        known = [self._amount(self._live, 3), self._amount(self._config, 3)]
        return max((amount for amount in known if not math.isnan(amount)), default=math.nan)

    def _step(self) -> float:
        if self._kind == "vcpus":
            return 1.0
        highest = self._highest()
        return float(next((step for limit, step in _STEPS if highest <= limit), _GIB))

    def _changes(self) -> bool:
        return not math.isnan(self._wanted) and self._wanted != self._current()

    def _over(self) -> bool:
        """More than it can have before it is started again."""
        return self._live is not None and self._chosen() > self._amount(self._live, 3)

    def _pending(self) -> bool:
        """It will have something else after its next start."""
        configured = self._amount(self._config, 2)
        return self._live is not None and not math.isnan(configured) and configured != self._current()

    def _needs_restart(self) -> bool:
        return self._over() if self._changes() else self._pending()

    def _scope(self) -> str:
        if self._config is None:
            return "live"
        return "config" if self._live is None or self._over() else "both"

    def _parameters(self) -> dict[str, Any]:
        if not self._changes():
            return {}
        return {_KINDS[self._kind][1]: self._wanted, "scope": self._scope()}

    def _format(self, amount: float) -> str:
        if self._kind == "memory":
            return format_bytes(amount)
        return "—" if math.isnan(amount) else f"{amount:.0f}"

    def _text(self) -> str:
        if not self._changes():
            told = QCoreApplication.translate(
                "resources", "Now %1, after a restart %2", "amounts of memory or of vCPUs"
            )
            after = self._format(self._amount(self._config, 2))
            return (
                told.replace("%1", self._format(self._current())).replace("%2", after)
                if self._pending()
                else ""
            )
        if self._over():
            told = QCoreApplication.translate(
                "resources", "Needs a restart: it was started with at most %1.", "memory or vCPUs"
            )
            return told.replace("%1", self._format(self._amount(self._live, 3)))
        return _WHEN[self._scope() if self._live is not None else "off"]()


_WHEN: Final = {
    "both": lambda: QCoreApplication.translate("resources", "Now, and after each start."),
    "live": lambda: QCoreApplication.translate("resources", "Now, until it stops."),
    "off": lambda: QCoreApplication.translate("resources", "From its next start on."),
}
