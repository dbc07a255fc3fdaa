"""A desktop portal for tests, with global shortcuts; a program.

It obeys org.virtmonitor.Test: Press(s token), State(u) of the session, Asked() returns what was asked for, one word
a call.
`fake_portal.py refuse`: the person wants no shortcut. `knows`: has agreed to it at an earlier start;
`keyless`: and has taken away its keys. `gnome`: binds, and tells that the request ended otherwise, as GNOME 48 does.
"""

import sys

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = DBusAddress(PATH, interface="org.freedesktop.portal.GlobalShortcuts")


class Portal:
    def __init__(self, bus, refuses, knows, odd):
        self.bus, self.refuses, self.odd = bus, refuses, odd
        self.known = [("toggle", {"trigger_description": ("s", keys)}) for keys in knows]
        self.asked, self.session = [], ""

    def serve(self):
        while True:
            message = self.bus.receive()
            if message.header.message_type is MessageType.method_call:
                self.bus.send(getattr(self, message.header.fields[HeaderFields.member])(message))

    def Register(self, message):
        self.asked.append(message.body[0])
        return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "s", ("older",))

    def CreateSession(self, message):
        assert message.header.fields[HeaderFields.signature] == "a{sv}"
        sender = message.header.fields[HeaderFields.sender][1:].replace(".", "_")
        self.session = f"{PATH}/session/{sender}/{message.body[0]['session_handle_token'][1]}"
        return self.request(message, message.body[0], 0, {"session_handle": ("s", self.session)})

    def ListShortcuts(self, message):
        assert message.header.fields[HeaderFields.signature] == "oa{sv}"
        self.asked.append("list")
        return self.request(message, message.body[1], 0, {"shortcuts": ("a(sa{sv})", self.known)})

    def BindShortcuts(self, message):
        assert message.header.fields[HeaderFields.signature] == "oa(sa{sv})sa{sv}"
        self.asked += [name for name, _ in message.body[1]]
        bound = [
            (name, {"trigger_description": ("s", "Press <Control><Alt>v")}) for name, _ in message.body[1]
        ]
        results = {} if self.refuses else {"shortcuts": ("a(sa{sv})", bound)}
        return self.request(message, message.body[3], 1 if self.refuses else 2 if self.odd else 0, results)

    def RequestBackground(self, message):
        assert message.header.fields[HeaderFields.signature] == "sa{sv}"
        self.asked.append(f"autostart={message.body[1]['autostart'][1]}")
        code = 1 if self.refuses else 0
        return self.request(message, message.body[1], code, {"autostart": message.body[1]["autostart"]})

    def CreateMonitor(self, message):
        assert message.header.fields[HeaderFields.signature] == "sa{sv}"
        self.asked.append("monitor")
        sender = message.header.fields[HeaderFields.sender][1:].replace(".", "_")
        self.session = f"{PATH}/session/{sender}/{message.body[1]['session_handle_token'][1]}"
        results = {"session_handle": ("s", self.session)}
        return self.request(message, message.body[1], 1 if self.refuses else 0, results)

    def Inhibit(self, message):
        assert message.header.fields[HeaderFields.signature] == "sua{sv}"
        self.asked.append(f"inhibit={message.body[1]}:{message.body[2]['reason'][1]}")
        return self.request(message, {"handle_token": ("s", "inhibitor")}, 0, {})

    def QueryEndResponse(self, message):
        assert message.body == (self.session,)
        self.asked.append("answered")
        return new_method_return(message)

    def Close(self, message):
        self.asked.append("closed=" + message.header.fields[HeaderFields.path].rpartition("/")[2])
        return new_method_return(message)

    def State(self, message):
        state = {"screensaver-active": ("b", False), "session-state": ("u", message.body[0])}
        address = DBusAddress(PATH, interface="org.freedesktop.portal.Inhibit")
        self.bus.send(new_signal(address, "StateChanged", "oa{sv}", (self.session, state)))
        return new_method_return(message)

    def request(self, message, options, code, results):
        sender = message.header.fields[HeaderFields.sender][1:].replace(".", "_")
        path = f"{PATH}/request/{sender}/{options['handle_token'][1]}"
        self.bus.send(new_method_return(message, "o", (path,)))
        address = DBusAddress(path, interface="org.freedesktop.portal.Request")
        return new_signal(address, "Response", "ua{sv}", (code, results))

    def Press(self, message):
        options = {"activation_token": ("s", message.body[0])}
        self.bus.send(new_signal(SHORTCUTS, "Activated", "osta{sv}", (self.session, "toggle", 1, options)))
        return new_method_return(message)

    def Asked(self, message):
        return new_method_return(message, "s", (" ".join(self.asked),))


if __name__ == "__main__":
    with open_dbus_connection() as connection:
        connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop", 4))
        known = {"knows": "Ctrl+Alt+V", "keyless": ""}
        knows = [known[word] for word in sys.argv[1:] if word in known]
        Portal(connection, "refuse" in sys.argv, knows, "gnome" in sys.argv).serve()
