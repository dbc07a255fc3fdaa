"""A login1 and a NetworkManager for tests: a program that gives inhibitor locks and says what it is told to.

It obeys org.virtmonitor.Test: Sleep(b), Shutdown(b), Network(u); Locks() returns how many locks are held.
"""

import os
import select

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

MANAGER = DBusAddress("/org/freedesktop/login1", "org.freedesktop.login1", "org.freedesktop.login1.Manager")
NETWORK = DBusAddress("/org/freedesktop/NetworkManager", interface="org.freedesktop.NetworkManager")
NETWORKD = DBusAddress("/org/freedesktop/network1", interface="org.freedesktop.DBus.Properties")


class Logind:
    """Serves until the bus goes."""

    def __init__(self, bus):
        self.bus = bus
        self.locks = []

    def serve(self):
        while True:
            message = self.bus.receive()
            if message.header.message_type is MessageType.method_call:
                self.bus.send(getattr(self, message.header.fields[HeaderFields.member])(message))

    def Inhibit(self, message):
        if message.body[3] != "delay":
            return new_error(message, "org.freedesktop.DBus.Error.AccessDenied", "s", ("no",))
        ours, theirs = os.pipe()
        self.locks.append(ours)
        self.bus.send(new_method_return(message, "h", (theirs,)))
        os.close(theirs)
        return new_signal(MANAGER, "Noise")

    def Locks(self, message):
        """A lock is held as long as the other end of its pipe is open."""
        free, _, _ = select.select(self.locks, [], [], 0)
        return new_method_return(message, "i", (len(self.locks) - len(free),))

    def Sleep(self, message):
        self.bus.send(new_signal(MANAGER, "PrepareForSleep", "b", message.body))
        return new_method_return(message)

    def Shutdown(self, message):
        self.bus.send(new_signal(MANAGER, "PrepareForShutdown", "b", message.body))
        return new_method_return(message)

    def Network(self, message):
        self.bus.send(new_signal(NETWORK, "StateChanged", "u", message.body))
        return new_method_return(message)

    def Networkd(self, message):
        changed = {"OnlineState": ("s", message.body[0])}
        body = ("org.freedesktop.network1.Manager", changed, [])
        self.bus.send(new_signal(NETWORKD, "PropertiesChanged", "sa{sv}as", body))
        return new_method_return(message)


if __name__ == "__main__":
    with open_dbus_connection(enable_fds=True) as connection:
        for name in ("org.freedesktop.NetworkManager", "org.freedesktop.network1", "org.freedesktop.login1"):
            connection.send_and_get_reply(message_bus.RequestName(name, 4))
        Logind(connection).serve()
