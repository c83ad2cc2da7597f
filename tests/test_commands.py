"""What holds for every command of `manage.py`."""

import pytest
from django.core.management import get_commands, load_command_class
from django.utils.translation import override

OURS = sorted(name for name, app in get_commands().items() if app == "quizzes")


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_help_says_what_a_command_does(name: str, language: str) -> None:
    with override(language):
        parser = load_command_class("quizzes", name).create_parser("manage.py", name)
        assert parser.description
        assert parser.description[:8] in parser.format_help()
