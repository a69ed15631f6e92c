"""`python -m careleaf` is the `careleaf` command."""

import sys

from careleaf.cli import main

sys.exit(main())
