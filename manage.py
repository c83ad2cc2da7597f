#!/usr/bin/env python
"""The command line of the site. It runs in local mode unless YIWU_MODE says otherwise."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yiwu_study.settings")
    os.environ.setdefault("YIWU_MODE", "local")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
