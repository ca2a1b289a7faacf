"""`python -m hxlguard` is the command line."""

import sys

from hxlguard.cli import main

sys.exit(main())
