"""What a rule grants, forbids or comes down to, asked by a blank at the end of its clause."""

import pytest

from tests.generation.texts import items

LAW = "平湖市渔港管理条例"


def blanks(text: str) -> dict[str, tuple[str, ...]]:
    found = items(f"第一条 {text}", LAW)
    return {item.stem: tuple(item.answer) for item in found if item.kind == "fill_blank"}


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "渔船所有人按照图纸完成渔船更新改造的，可以申请改造贴息。",
            "渔船所有人按照图纸完成渔船更新改造的，可以申请________。",
            ("改造贴息",),
        ),
        (
            "渔港管理机构及其工作人员不得利用职务便利强制搭售冰块。",
            "渔港管理机构及其工作人员不得利用职务便利强制________。",
            ("搭售冰块", "冰块搭售"),
        ),
        (
            "港口理事会作出的泊位分配裁决为最终裁决。",
            "港口理事会作出的泊位分配裁决为________。",
            ("最终裁决",),
        ),
    ],
)
def test_what_is_due_is_asked(text: str, stem: str, answer: tuple[str, ...]) -> None:
    assert blanks(text)[f"《{LAW}》规定，{stem}"] == answer


@pytest.mark.parametrize(
    "text",
    [
        "渔船所有人未经批准擅自改建渔船，造成损失的，依法承担赔偿责任。",
        "渔船检验机构对渔船检验质量终身负责，并接受渔船检验质量监督。",
        "渔船所有人应当依法办理，申请或者变更登记的，应当到场。",
    ],
)
def test_what_every_rule_says_or_the_rest_tells_is_not_asked(text: str) -> None:
    assert not any(
        "赔偿责任" in answer or "监督" in answer[0] or "变更" in answer[0]
        for answer in blanks(text).values()
    )


def test_two_finders_at_one_place_do_not_silence_each_other() -> None:
    text = "港区以外的水域，按照先到先用的原则实施管理。"
    stem = f"《{LAW}》规定，港区以外的水域，按照________的原则实施管理。"
    assert blanks(text)[stem] == ("先到先用",)
