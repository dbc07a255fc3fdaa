"""Keys by name, for the operation sendKey: Linux's input event codes, which every libvirt driver takes.

Source: linux/input-event-codes.h (KEY_* in lower case), and short names that people use.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

#: The name of each key and its code.
KEYS: Final = MappingProxyType(
    {
        "esc": 1, "1": 2, "2": 3, "3": 4, "4": 5, "5": 6, "6": 7, "7": 8, "8": 9, "9": 10, "0": 11,
        "minus": 12, "equal": 13, "backspace": 14, "tab": 15, "q": 16, "w": 17, "e": 18, "r": 19, "t": 20,
        "y": 21, "u": 22, "i": 23, "o": 24, "p": 25, "leftbrace": 26, "rightbrace": 27, "enter": 28,
        "leftctrl": 29, "a": 30, "s": 31, "d": 32, "f": 33, "g": 34, "h": 35, "j": 36, "k": 37, "l": 38,
        "semicolon": 39, "apostrophe": 40, "grave": 41, "leftshift": 42, "backslash": 43, "z": 44,
        "x": 45, "c": 46, "v": 47, "b": 48, "n": 49, "m": 50, "comma": 51, "dot": 52, "slash": 53,
        "rightshift": 54, "kpasterisk": 55, "leftalt": 56, "space": 57, "capslock": 58, "f1": 59,
        "f2": 60, "f3": 61, "f4": 62, "f5": 63, "f6": 64, "f7": 65, "f8": 66, "f9": 67, "f10": 68,
        "numlock": 69, "scrolllock": 70, "kp7": 71, "kp8": 72, "kp9": 73, "kpminus": 74, "kp4": 75,
        "kp5": 76, "kp6": 77, "kpplus": 78, "kp1": 79, "kp2": 80, "kp3": 81, "kp0": 82, "kpdot": 83,
        "102nd": 86, "f11": 87, "f12": 88, "kpenter": 96, "rightctrl": 97, "kpslash": 98, "sysrq": 99,
        "rightalt": 100, "home": 102, "up": 103, "pageup": 104, "left": 105, "right": 106, "end": 107,
        "down": 108, "pagedown": 109, "insert": 110, "delete": 111, "mute": 113, "volumedown": 114,
        "volumeup": 115, "power": 116, "kpequal": 117, "pause": 119, "leftmeta": 125, "rightmeta": 126,
        "compose": 127, "sleep": 142, "wakeup": 143,
    }
)  # fmt: skip

#: Other names for the same keys.
ALIASES: Final = MappingProxyType(
    {
        "ctrl": "leftctrl", "control": "leftctrl", "alt": "leftalt", "altgr": "rightalt",
        "shift": "leftshift", "meta": "leftmeta", "super": "leftmeta", "win": "leftmeta",
        "menu": "compose", "del": "delete", "ins": "insert", "escape": "esc", "return": "enter",
        "pgup": "pageup", "pgdn": "pagedown", "print": "sysrq", "-": "minus", "=": "equal", ",": "comma",
        ".": "dot", "/": "slash",
    }
)  # fmt: skip


def key_code(name: str) -> int | None:
    """The Linux code of a key, by its name in any case, with or without "KEY_". None: no such key.

    >>> key_code("Ctrl"), key_code("KEY_DELETE"), key_code("any")
    (29, 111, None)
    """
    word = name.strip().lower().removeprefix("key_")
    return KEYS.get(ALIASES.get(word, word))
