"""A notification service that accepts nothing but what the specification says; a program for tests.

    strict_daemon.py LOG [CAPABILITY...]        LOG gets one JSON line for each call

It obeys the interface org.virtmonitor.Test: Invoke(u id, s action, s token), Hang(), Quit().
"""

import json
import sys

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.Notifications"
HERE = DBusAddress("/org/freedesktop/Notifications", NAME, NAME)


class Daemon:
    """Serves until it is told to quit."""

    def __init__(self, bus, log, capabilities):
        self.bus, self.log, self.capabilities = bus, log, capabilities
        self.last, self.clients, self.hung = 0, {}, False

    def serve(self):
        while True:
            message = self.bus.receive()
            if message.header.message_type is MessageType.method_call and not self.hung:
                self.obey(message)

    def obey(self, message):
        fields = message.header.fields
        member, signature = fields[HeaderFields.member], fields.get(HeaderFields.signature, "")
        print(json.dumps([member, signature, list(message.body)]), file=self.log, flush=True)
        reply = getattr(self, f"do_{member}")(message, signature)
        self.bus.send(reply or new_method_return(message))

    def do_GetCapabilities(self, message, signature):
        return new_method_return(message, "as", (self.capabilities,))

    def do_Notify(self, message, signature):
        if signature != "susssasa{sv}i":
            return new_error(message, "org.freedesktop.DBus.Error.InvalidArgs", "s", (signature,))
        replaces = message.body[1]
        if replaces == 0:
            self.last += 1
        number = replaces or self.last
        self.clients[number] = message.header.fields[HeaderFields.sender]
        return new_method_return(message, "u", (number,))

    def do_CloseNotification(self, message, signature):
        number = message.body[0]
        self.bus.send(new_signal(HERE, "NotificationClosed", "uu", (number, 3)))

    def do_Invoke(self, message, signature):
        number, action, token = message.body
        for member, text in (("ActivationToken", token), ("ActionInvoked", action)):
            signal = new_signal(HERE, member, "us", (number, text))
            # Some services tell only the client that asked.
            signal.header.fields[HeaderFields.destination] = self.clients[number]
            self.bus.send(signal)

    def do_Hang(self, message, signature):
        self.hung = True

    def do_Quit(self, message, signature):
        self.bus.send(new_method_return(message))
        sys.exit()


if __name__ == "__main__":
    with open_dbus_connection() as connection, open(sys.argv[1], "a") as log_file:
        connection.send_and_get_reply(message_bus.RequestName(NAME, 4))
        Daemon(connection, log_file, sys.argv[2:]).serve()
