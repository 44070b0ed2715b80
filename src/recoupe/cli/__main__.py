"""``python -m recoupe.cli`` is the command ``recoupe``."""

import sys

from recoupe.cli import main

sys.exit(main())
