"""The DataEngine: Sources, Services and models over libvirt hosts. QtCore and QtQml only."""
