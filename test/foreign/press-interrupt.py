"""Runs a command on a pseudo-terminal, and presses Ctrl-C when a text has appeared: press-interrupt.py BEFORE AFTER command argument…
Prints JSON with its output, its exit code, and the milliseconds from the key to the text AFTER."""
import json
import os
import pty
import sys
import time

before, after, command = sys.argv[1].encode(), sys.argv[2].encode(), sys.argv[3:]
child, terminal = pty.fork()
if child == 0:
    os.execv(command[0], command)

output, pressed, waited = b"", None, None
try:
    while chunk := os.read(terminal, 4096):
        output += chunk
        if pressed is None and before in output:
            time.sleep(0.5)
            os.write(terminal, b"\x03")
            pressed = time.perf_counter()
        elif pressed is not None and waited is None and after in output:
            waited = 1000 * (time.perf_counter() - pressed)
except OSError:
    pass  # The terminal of a process that has ended cannot be read.
_, status = os.waitpid(child, 0)
print(json.dumps({"output": output.decode(), "code": os.waitstatus_to_exitcode(status), "milliseconds": waited}))
