"""What belongs together: named rows of pairs, parts of one make, clauses of one make."""

from tests.generation.texts import items

FOUR = (
    "平湖市全力推进以办事“一次办好”、需求“一键响应”、监管“一网统管”和政策“一次到账”"
    "为主要内容的“四个一”工程。"
)


def matching(text: str) -> dict[str, tuple[tuple[str, str], ...]]:
    return {item.stem: item.pairs for item in items(text) if item.kind == "matching"}


def test_a_named_row_is_matched() -> None:
    assert matching(FOUR) == {
        "平湖市“四个一”工程中，下列各方面分别要做到什么？请配对。": (
            ("办事", "“一次办好”"),
            ("需求", "“一键响应”"),
            ("监管", "“一网统管”"),
            ("政策", "“一次到账”"),
        )
    }


def test_one_pair_is_asked_among_the_others() -> None:
    [item] = [
        item
        for item in items(FOUR)
        if item.kind == "single_choice" and item.stem == "平湖市“四个一”工程中，监管要做到什么？"
    ]
    assert item.answer == ("“一网统管”",)
    assert {option.text for option in item.options} == {
        "“一次办好”",
        "“一键响应”",
        "“一网统管”",
        "“一次到账”",
    }


def test_parts_as_many_as_the_name_says() -> None:
    found = matching(
        "深化干部“三先行”，激发活力。以服务群众我先行，强化为民担当，常到村里；"
        "以项目建设我先行，强化发展担当，常到工地；以遵规守纪我先行，强化清廉担当，常受监督。"
    )
    assert found == {
        "平湖市“三先行”的各项内容分别强化什么？请配对。": (
            ("服务群众我先行", "为民担当"),
            ("项目建设我先行", "发展担当"),
            ("遵规守纪我先行", "清廉担当"),
        )
    }


def test_another_number_of_parts_is_refused() -> None:
    assert not matching(
        "深化干部“四先行”，激发活力。以服务群众我先行，强化为民担当，常到村里；"
        "以项目建设我先行，强化发展担当，常到工地；以遵规守纪我先行，强化清廉担当，常受监督。"
    )


def test_clauses_of_one_make() -> None:
    text = "平湖市咬定目标不放松，工作围绕港口转，城市围绕港口建，产业围绕港口育。"
    assert matching(text) == {
        "平湖市的工作、城市、产业分别怎样围绕港口？请配对。": (
            ("工作", "围绕港口转"),
            ("城市", "围绕港口建"),
            ("产业", "围绕港口育"),
        )
    }
