"""Runs a command on a pseudo-terminal: type-into.py '[["prompt", "answer"], …]' command argument…; prints JSON with its output and exit code."""
import json
import os
import pty
import sys
import time

answers, command = json.loads(sys.argv[1]), sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    os.execv(command[0], command)

output = b""
for prompt, answer in answers:
    while prompt.encode() not in output:
        output += os.read(terminal, 4096)
    time.sleep(0.2)
    os.write(terminal, answer.encode())
try:
    while chunk := os.read(terminal, 4096):
        output += chunk
except OSError:
    pass  # The terminal of a process that has ended cannot be read.
_, status = os.waitpid(child, 0)
print(json.dumps({"output": output.decode(), "code": os.waitstatus_to_exitcode(status)}))
