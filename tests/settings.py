"""The site's settings in local mode, as the tests and the type checker use them."""

import os

os.environ.setdefault("YIWU_MODE", "local")

from yiwu_study.settings import *  # noqa: F403
