"""Man page and completions: made of the one parser, current, and taken by those who read them."""

import subprocess

import pytest

from tests.helpers.commanddocs import COMPLETIONS, MAN, RESOURCES, files
from virtmonitor.cli import parser


@pytest.mark.parametrize(("path", "text"), list(files()), ids=lambda value: getattr(value, "name", ""))
def test_it_is_current(path, text):
    """Else: python -m tests.helpers.commanddocs"""
    assert path.read_text() == text


def checked(*argv, **options):
    done = subprocess.run(argv, capture_output=True, text=True, check=False, timeout=60, **options)
    return done.returncode, (done.stdout + done.stderr).strip()


def test_man_says_nothing_against_it():
    argv = ["man", "--warnings", "--encoding=utf8", "--local-file", str(RESOURCES / MAN)]
    done = subprocess.run(argv, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    page = done.stdout
    for command in ("list", "watch", "journal", "install"):
        assert f"virtmonitor {command}" in page
    assert "--show NAME" in page.replace("\u2010", "-")


def test_whatis_knows_it():
    """The first line of NAME is what apropos and whatis show."""
    code, told = checked("lexgrog", str(RESOURCES / MAN))
    assert code == 0, told
    assert "virtmonitor - virtual machines of libvirt hosts" in told


@pytest.mark.parametrize("shell", COMPLETIONS)
def test_the_shell_can_read_it(shell):
    assert checked(shell, "-n", str(RESOURCES / COMPLETIONS[shell])) == (0, "")


def test_bash_completes_commands_and_options():
    script = f"""
source {RESOURCES / COMPLETIONS["bash"]}
COMP_WORDS=(virtmonitor "$1"); COMP_CWORD=1
$(complete -p virtmonitor | sed 's/.*-F \\([^ ]*\\).*/\\1/') virtmonitor "$1" virtmonitor
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    told = [checked("bash", "-c", script, "bash", typed)[1].split() for typed in ("--mi", "jour")]
    assert told == [["--minimized"], ["journal"]]


def test_every_option_is_explained():
    for action in parser()._actions:
        assert action.help or not action.option_strings, action.option_strings
