"""Man page and completions: made of the one parser, current, and taken by those who read them."""

import os
import pty
import select
import signal
import subprocess

import pytest

from tests.helpers.commanddocs import COMPLETIONS, MAN, RESOURCES, files
from tests.helpers.waiting import until
from virtmonitor.cli import parser
from virtmonitor.core.settings_schema import TABLE


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


def typed(directory, program, keys, *answer):
    """What a shell shows after these keys; `answer` are the words to wait for."""
    directory.mkdir(exist_ok=True)
    env = dict(os.environ, HOME=str(directory), TERM="dumb", PS1="$ ", ZDOTDIR=str(directory))
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(program[0], program, env)
    try:
        os.write(terminal, keys.encode())
        return _read(terminal, answer)
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def _read(terminal, answer):
    told = ""

    def all_there():
        nonlocal told
        while select.select([terminal], [], [], 0)[0]:
            told += os.read(terminal, 65536).decode(errors="replace")
        return all(word in told for word in answer)

    try:
        until(all_there, what=f"the shell completes to {answer}")
    except TimeoutError:
        pytest.fail(f"The shell showed only this:\n{told}")
    return told


def test_zsh_completes_commands_and_options(tmp_path):
    directory = (RESOURCES / COMPLETIONS["zsh"]).parent
    (tmp_path / ".zshrc").write_text(f"fpath=({directory} $fpath)\nautoload -Uz compinit\ncompinit -u\n")
    typed(tmp_path, ["zsh", "-i"], "virtmonitor jour\t", "virtmonitor journal")
    typed(tmp_path, ["zsh", "-i"], "virtmonitor --mini\t", "virtmonitor --minimized")
    typed(tmp_path, ["zsh", "-i"], "virtmonitor un\t", "undefine", "uninstall")


def test_fish_completes_commands_and_options(tmp_path):
    file = RESOURCES / COMPLETIONS["fish"]
    for word, wanted in (("jour", "journal"), ("--mini", "--minimized")):
        env = dict(os.environ, HOME=str(tmp_path))
        code, told = checked("fish", "-c", f"source {file}; complete -C 'virtmonitor {word}'", env=env)
        assert (code, told.partition("\t")[0]) == (0, wanted)


def test_the_page_describes_every_setting():
    page = checked("man", "--local-file", str(RESOURCES / MAN))[1].replace("\u2010", "-")
    for key in TABLE:
        assert f" {key.name} = " in page, key.key


def test_every_option_is_explained():
    for action in parser()._actions:
        assert action.help or not action.option_strings, action.option_strings
