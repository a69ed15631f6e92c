"""Why a command ended in; the number that a shell or a CI system sees, out."""

FINE = 0
CONTENT = 1
"""Mistakes in content: some or all of what was asked for was not made."""
USAGE = 2
"""A mistake in the command; nothing was made. argparse ends with the same number."""
MACHINE = 3
"""The machine is in the way: no space, no rights, nobody reading."""
INTERRUPTED = 130
"""Ctrl-C, as shells count it: 128 and the number of the signal."""
