"""Run a command in a pseudo-terminal, wait for the week, leave with q; fail when the week never comes."""

import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time

LIMIT = 600
WEEK = re.compile(rb"Semaine \d+|Week \d+")


def main(script: str) -> int:
    """Run the script's commands with bash, as a person's terminal would."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp("bash", ["bash", "-euo", "pipefail", script])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    seen, asked, deadline = b"", False, time.monotonic() + LIMIT
    while time.monotonic() < deadline:
        ready, _, _ = select.select([terminal], [], [], 1)
        if ready:
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                break
        if not asked and WEEK.search(seen):
            os.write(terminal, b"q")
            asked = True
    else:
        os.kill(pid, 9)
    _, status = os.waitpid(pid, 0)
    if not asked or os.waitstatus_to_exitcode(status) != 0:
        sys.stderr.write(seen[-4000:].decode("utf-8", "replace"))
        return 1
    print("the week was shown, and q left it")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
