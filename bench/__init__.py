"""Repeatable measurements, each beside the bare libvirt call or a named peer in the same run.

`python -m bench [NAME]... [--json]`. A measurement is a module here with `measure(options) -> Iterable[Table]`.
"""
