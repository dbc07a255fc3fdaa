"""The only package that imports libvirt. No Qt: every call here blocks the thread that makes it."""
