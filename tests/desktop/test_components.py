"""Every visual component: what a screen reader hears, what keys and the pointer do, colours, hostile text."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import (
    Q_ARG,
    Q_RETURN_ARG,
    QBuffer,
    QMetaObject,
    QObject,
    QPoint,
    QPointF,
    QRectF,
    Qt,
    QUrl,
)
from PySide6.QtGui import QAccessible, QColor, QImage, QPalette
from PySide6.QtNetwork import QHostAddress, QTcpServer
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.gallery import Gallery, dark_palette, palette
from tests.helpers.accessible import name_of, tree
from tests.helpers.display import DesktopSession
from tests.helpers.qmllint import ROOT

ROLE = QPalette.ColorRole
PALETTES: dict[str, Callable[[], QPalette]] = {
    "light": lambda: palette({}),
    "dark": dark_palette,
    "solarized": lambda: palette(
        {ROLE.Window: "#eee8d5", ROLE.Base: "#fdf6e3", ROLE.AlternateBase: "#eee8d5", ROLE.Button: "#eee8d5",
         ROLE.WindowText: "#073642", ROLE.Text: "#073642"}
    ),
    "contrast": lambda: palette(
        {ROLE.Window: "#000000", ROLE.Base: "#000000", ROLE.AlternateBase: "#000000", ROLE.Button: "#000000",
         ROLE.WindowText: "#ffffff", ROLE.Text: "#ffffff"}
    ),
}  # fmt: skip
HOSTILE = {
    "image": '<img src="x">',
    "remote image": '<img src="http://127.0.0.1:9/x.png"> <b>bold</b>',
    "long": "x" * 10_000,
    "bidi": "\u202egnp.exe\u202d \u2067abc",
    "lines": "one\ntwo\r\nthree\u2028four\u2029five\tsix",
    "controls": "\x01\x1b[31mred\x7f",
    "mnemonic": "&start && _stop_",
    "empty": "",
    "percent": "%1 %n %%",
}


@pytest.fixture
def gallery(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Gallery]:
    QAccessible.setActive(True)
    shown = Gallery(**getattr(request, "param", {}))
    assert QTest.qWaitForWindowExposed(shown.window)
    shown.window.grabWindow()  # all is laid out
    yield shown
    shown.close()
    qapp.setPalette(QPalette())


def item(gallery: Gallery, name: str) -> QQuickItem:
    """The item of that objectName, wherever it is drawn: delegates are nobody's QObject child."""
    found = [thing for thing in below(gallery.window.contentItem()) if thing.objectName() == name]
    assert len(found) == 1, name
    return found[0]


def below(thing: QQuickItem) -> Iterator[QQuickItem]:
    yield thing
    for child in thing.childItems():
        yield from below(child)


def singleton(gallery: Gallery, name: str) -> QObject:
    found = gallery.engine.singletonInstance("VirtMonitor", name)
    assert isinstance(found, QObject)
    return found


def heard(gallery: Gallery) -> list[str]:
    return list(gallery.window.property("heard"))


def middle(thing: QQuickItem) -> QPoint:
    return thing.mapToScene(QPointF(thing.width() / 2, thing.height() / 2)).toPoint()


def click(gallery: Gallery, name: str) -> None:
    QTest.mouseClick(gallery.window, Qt.MouseButton.LeftButton, pos=middle(item(gallery, name)))


class Said(NamedTuple):
    """What a screen reader says of one thing."""

    role: str
    name: str
    description: str
    disabled: bool


def nodes(gallery: Gallery) -> list[Said]:
    return [
        Said(
            node.role().name,
            name_of(node),
            node.text(QAccessible.Text.Description),
            bool(node.state().disabled),
        )
        for node in tree(gallery.window)
    ]


def named(gallery: Gallery, role: str, name: str) -> Said:
    found = [node for node in nodes(gallery) if node[:2] == (role, name)]
    assert len(found) == 1, f"{len(found)} things are a {role} named {name!r}"
    return found[0]


def hover(gallery: Gallery, name: str) -> None:
    place = middle(item(gallery, name))
    for step in (0, 2):  # the first move enters the window, the second is over the item
        QTest.mouseMove(gallery.window, place + QPoint(step, 0))


def focus(gallery: Gallery, name: str) -> None:
    item(gallery, name).forceActiveFocus(Qt.FocusReason.TabFocusReason)


def press(gallery: Gallery, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(gallery.window, key)


# What a screen reader hears


def test_all_that_can_be_used_has_a_name(gallery: Gallery) -> None:
    for node in nodes(gallery):
        assert node.name or node.role in ("Client", "Window"), node


@pytest.mark.parametrize(
    ("role", "name", "description"),
    [
        ("Graphic", "Crashed", ""),
        ("CheckBox", "Running: 3", ""),
        ("ProgressBar", "Memory", "3.8 of 4 GiB"),
        ("Graphic", "CPU of the last minute", ""),
        ("Button", "Shut down", "Hold to power off"),
        ("AlertMessage", "db-primary was saved.", "Information"),
        ("Chart", "Network", "Received: 450 KiB/s, Sent: 190 KiB/s"),
        ("Grouping", "No machine matches", "Search looks at names, titles and addresses."),
    ],
)
def test_what_a_thing_is_called(gallery: Gallery, role: str, name: str, description: str) -> None:
    assert named(gallery, role, name).description == description


def test_what_is_not_known_is_said_to_be_unknown(gallery: Gallery) -> None:
    assert named(gallery, "ProgressBar", "web-1").description == "unknown"


def test_a_disabled_button_tells_why(gallery: Gallery) -> None:
    button = named(gallery, "Button", "Suspend")
    assert (button.disabled, button.description) == (True, "The connection is read-only.")
    click(gallery, "disabled")
    assert heard(gallery) == []


def test_a_disabled_button_tells_why_to_the_pointer(gallery: Gallery, qtbot: QtBot) -> None:
    hover(gallery, "disabled")
    qtbot.waitUntil(lambda: any(node.role == "ToolTip" for node in nodes(gallery)))
    assert "The connection is read-only." in [node.name for node in nodes(gallery)]


# Keys and the pointer


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_presses_what_has_the_focus(gallery: Gallery, key: Qt.Key) -> None:
    focus(gallery, "start")
    press(gallery, key)
    focus(gallery, "chip1")
    press(gallery, key)
    assert heard(gallery) == ["start", "chip"]
    assert item(gallery, "chip1").property("checked") is True


def test_search_is_cleared_then_left(gallery: Gallery) -> None:
    focus(gallery, "search")
    press(gallery, Qt.Key.Key_W, Qt.Key.Key_E, Qt.Key.Key_B)
    assert item(gallery, "search").property("text") == "web"
    press(gallery, Qt.Key.Key_Escape)
    assert (item(gallery, "search").property("text"), heard(gallery)) == ("", [])
    press(gallery, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert heard(gallery) == ["down", "dismissed"]


def test_the_pointer_clears_the_search(gallery: Gallery) -> None:
    search = item(gallery, "search")
    search.setProperty("text", "web")
    end = search.mapToScene(QPointF(search.width() - 12, search.height() / 2)).toPoint()
    QTest.mouseClick(gallery.window, Qt.MouseButton.LeftButton, pos=end)
    assert search.property("text") == ""


def test_a_short_press_clicks_and_a_long_one_does_the_strong_thing(gallery: Gallery, qtbot: QtBot) -> None:
    click(gallery, "hold")
    assert heard(gallery) == ["clicked"]
    place = middle(item(gallery, "hold"))
    QTest.mousePress(gallery.window, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: heard(gallery) == ["clicked", "held"])
    QTest.mouseRelease(gallery.window, Qt.MouseButton.LeftButton, pos=place)
    assert heard(gallery) == ["clicked", "held"]
    QApplication.processEvents()
    focus(gallery, "hold")
    press(gallery, Qt.Key.Key_Return)
    assert heard(gallery) == ["clicked", "held", "clicked"]


def test_letting_go_half_way_does_nothing(gallery: Gallery, qtbot: QtBot) -> None:
    hold = item(gallery, "hold")
    focus(gallery, "hold")
    QTest.keyPress(gallery.window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: hold.property("progress") > 0)
    QTest.keyRelease(gallery.window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: hold.property("progress") == 0)
    assert heard(gallery) == []


OPTION = """
import QtQuick
import VirtMonitor

Option { width: 12 * Theme.lineHeight; text: "What is agreed to here takes more than one line of the dialog to say" }
"""


@pytest.mark.parametrize("factor", [1, 2])
def test_the_box_of_an_option_is_as_large_as_its_text_and_beside_its_first_line(
    gallery: Gallery, qapp: QApplication, factor: int
) -> None:
    usual = qapp.font()
    font = qapp.font()
    font.setPointSizeF(usual.pointSizeF() * factor)
    qapp.setFont(font)
    component = QQmlComponent(gallery.engine)
    component.setData(OPTION.encode(), "")
    option = component.createWithInitialProperties({"parent": gallery.window.contentItem()})
    assert isinstance(option, QQuickItem), component.errorString()
    gallery.window.grabWindow()
    line = singleton(gallery, "Theme").property("lineHeight")
    box, label = option.property("indicator"), option.property("contentItem")
    rect = box.mapRectToItem(option, QRectF(0, 0, box.width(), box.height()))
    assert 0.7 * line < rect.height() <= line + 1
    assert abs(rect.center().y() - option.property("topPadding") - line / 2) <= 1
    assert rect.left() >= 0
    assert rect.right() + 2 < label.property("leftPadding")
    assert label.property("lineCount") > 1
    assert label.height() + 1 >= label.property("contentHeight")
    option.deleteLater()
    qapp.setFont(usual)


def test_the_graph_is_read_with_the_arrow_keys(gallery: Gallery) -> None:
    graph = item(gallery, "graph")
    focus(gallery, "graph")
    press(gallery, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert named(gallery, "Chart", "Network").description == "Received: 500 KiB/s, Sent: 210 KiB/s"
    assert "1 s ago" in [node.name for node in nodes(gallery)]
    graph.setProperty("cursor", 8)
    assert named(gallery, "Chart", "Network").description == "Received: —, Sent: —"
    press(gallery, Qt.Key.Key_Escape)
    assert graph.property("cursor") == -1


@pytest.mark.parametrize(
    ("largest", "binary", "ceiling"),
    [
        (0, False, 1),
        (3, False, 4),
        (0, True, 1024),
        (97, False, 100),
        (100, False, 100),
        (1025, True, 2048),
        (0.3, False, 0.4),
    ],
)
def test_the_graph_ends_at_a_round_number(
    gallery: Gallery, largest: float, binary: bool, ceiling: float
) -> None:
    graph = item(gallery, "graph")
    graph.setProperty("binary", binary)
    assert call(graph, "rounded", largest) == pytest.approx(ceiling)


def call(thing: QObject, function: str, argument: Any) -> Any:
    direct = Qt.ConnectionType.DirectConnection
    return QMetaObject.invokeMethod(
        thing, function, direct, Q_RETURN_ARG("double"), Q_ARG("double", argument)
    )


def test_a_gap_of_a_sparkline_is_a_gap(gallery: Gallery) -> None:
    runs = list(item(gallery, "spark").property("runs"))
    assert [run.count("L") + 1 for run in runs] == [10, 5]


# Colours


def wcag(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.1, reckoned apart from Theme.qml."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(share * channel for share, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("scheme", PALETTES)
def test_every_colour_that_means_something_can_be_read(
    gallery: Gallery, qapp: QApplication, scheme: str
) -> None:
    qapp.setPalette(PALETTES[scheme]())
    qapp.processEvents()
    theme = singleton(gallery, "Theme")
    states = singleton(gallery, "States")
    names = ("text", "positive", "neutral", "negative", "information", "asleep", "muted")
    colours = {name: theme.property(name) for name in names} | dict(enumerate(states.property("colors")))
    roles = (ROLE.Window, ROLE.Base, ROLE.AlternateBase, ROLE.Button)
    low = {
        (name, role.name): round(wcag(colour, qapp.palette().color(role)), 2)
        for (name, colour), role in product(colours.items(), roles)
        if wcag(colour, qapp.palette().color(role)) < 4.5
    }
    assert low == {}


@pytest.mark.parametrize("scheme", PALETTES)
def test_what_stands_on_a_colour_of_ours_can_be_read(
    gallery: Gallery, qapp: QApplication, scheme: str
) -> None:
    """What is selected, and the bars that tell something; borders of what can be used need 3:1."""
    qapp.setPalette(PALETTES[scheme]())
    qapp.processEvents()
    theme = singleton(gallery, "Theme")
    window = theme.property("window")
    tones = {name: theme.property(name) for name in ("information", "positive", "neutral", "negative")}
    pairs = {
        ("text", "selection"): (theme.property("text"), theme.property("selection"), 4.5),
        ("muted", "selection"): (theme.property("muted"), theme.property("selection"), 4.5),
        ("outline", "window"): (theme.property("outline"), window, 3.0),
        ("outline", "base"): (theme.property("outline"), qapp.palette().color(ROLE.Base), 3.0),
    }
    for name, tone in tones.items():
        bar = mixed(window, tone, 0.12)
        pairs["text", name] = (theme.property("text"), bar, 4.5)
        pairs["symbol", name] = (tone, bar, 3.0)
    low = {
        key: round(wcag(one, other), 2)
        for key, (one, other, least) in pairs.items()
        if wcag(one, other) < least
    }
    assert low == {}


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """As Theme.blend."""
    parts = zip(one.getRgbF()[:3], other.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in parts))


def test_colours_follow_the_desktop(gallery: Gallery, qapp: QApplication) -> None:
    theme = singleton(gallery, "Theme")
    light: QColor = theme.property("positive")
    assert theme.property("dark") is False
    qapp.setPalette(dark_palette())
    qapp.processEvents()
    assert theme.property("dark") is True
    assert theme.property("positive").lightness() > light.lightness()


def test_each_state_has_a_shape_of_its_own(gallery: Gallery) -> None:
    sources = [item(gallery, f"state{state}").property("source") for state in range(8)]
    assert len(set(sources)) == 8
    pictures = [Path(source.toLocalFile()).read_text() for source in sources]
    assert len(set(pictures)) == 8


# What somebody else wrote


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_text_and_breaks_no_layout(gallery: Gallery, text: str) -> None:
    gallery.window.setProperty("foreign", text)
    assert not gallery.window.grabWindow().isNull()
    column = item(gallery, "column")
    for name in ("foreign", "foreignChip", "message", "placeholder", "unknownUsage"):
        thing = item(gallery, name)
        right = thing.mapToItem(column, QPointF(thing.width(), 0)).x()
        assert right <= column.width() + 1, name
        assert thing.height() < 400, name
    if text:
        assert named(gallery, "AlertMessage", text)


def test_hostile_text_in_a_tool_tip(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.window.setProperty("foreign", HOSTILE["remote image"])
    gallery.window.grabWindow()
    hover(gallery, "foreign")
    qtbot.waitUntil(lambda: any(node.role == "ToolTip" for node in nodes(gallery)))
    assert any(HOSTILE["image"][:4] in node.name for node in nodes(gallery) if node.role == "ToolTip")


CONTROL = """
import QtQuick
Image {{ source: "http://127.0.0.1:{port}/control.png" }}
"""


def test_text_fetches_nothing_from_the_network(gallery: Gallery, qtbot: QtBot) -> None:
    server = QTcpServer()
    assert server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost))
    port = server.serverPort()
    gallery.window.setProperty("foreign", f'<b>x</b><img src="http://127.0.0.1:{port}/foreign.png">')
    gallery.window.grabWindow()
    # The control comes last: when its request is there, so are all that came before it.
    control = QQmlComponent(gallery.engine)
    control.setData(CONTROL.format(port=port).encode(), QUrl())
    picture = control.create()
    qtbot.waitUntil(server.hasPendingConnections)
    asked = server.nextPendingConnection()
    qtbot.waitUntil(asked.canReadLine)
    assert bytes(asked.readLine().data()).startswith(b"GET /control.png")
    assert not server.hasPendingConnections()
    # A request that is cut short would be told, or worse: Qt 6.11 dies of a picture that goes meanwhile (seen).
    asked.write(b"HTTP/1.0 200 OK\r\nContent-Type: image/png\r\n\r\n" + _png())
    asked.disconnectFromHost()
    qtbot.waitUntil(lambda: picture.property("progress") == 1)
    picture.deleteLater()


def _png() -> bytes:
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    picture = QImage(1, 1, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert picture.save(data, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a str
    return data.data().data()


# Pictures


@pytest.mark.desktop
@pytest.mark.parametrize(
    ("arguments", "style", "scale"),
    [
        ([], "Fusion", "1"),
        (["--dark", "--rtl"], "", "2"),
        (["--text", "2", "--size", "1600", "1400"], "Basic", "1"),
        (["--rtl"], "Material", "1.5"),
        ([], "FluentWinUI3", "1"),
    ],
)
def test_it_is_drawn_on_a_real_screen_without_a_word(
    desktop: DesktopSession, tmp_path: Path, arguments: list[str], style: str, scale: str
) -> None:
    picture = tmp_path / "gallery.png"
    done = subprocess.run(
        [sys.executable, "-m", "tests.desktop.gallery", str(picture), *arguments],
        env=desktop.env | {"QT_SCALE_FACTOR": scale, "QT_QUICK_BACKEND": "software", "QT_QUICK_CONTROLS_STYLE": style},
        capture_output=True, text=True, timeout=120, check=False, cwd=ROOT,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    image = QImage(str(picture))
    assert (
        len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 50
    )
