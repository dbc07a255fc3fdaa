"""virtmonitor: the virtual machines of libvirt hosts, live, on the desktop."""

__version__ = "0.1.0"
