"""Which things a document lists: where a list begins and ends, and what stands beside it."""

import pytest

from tests.generation.texts import items


def lists(text: str) -> dict[str, tuple[str, ...]]:
    """The answers of the fill-in items on lists, by their stem."""
    found = [i for i in items(text) if i.fact.kind == "list" and i.kind == "fill_blank"]
    return {item.stem: item.answer for item in found}


@pytest.mark.parametrize(
    ("text", "stem", "members"),
    [
        (
            "平湖市坚持共商、共建、共管的理念。",
            "平湖市坚持________的理念。（填三项，次序不限）",
            "共商、共建、共管",
        ),
    ],
)
def test_a_list_of_like_things_is_asked_whole(text: str, stem: str, members: str) -> None:
    assert lists(text) == {stem: (members,)}


@pytest.mark.parametrize(
    "text",
    [
        "平湖市坚持共商、共建。",
        "平湖市营造更加公平、透明、便利的营商环境。",
        # 等 leaves the list open: nobody can be asked to fill it.
        "平湖市推动生产制造、仓储物流、售后服务等环节数字化。",
        "平湖市保护山水林田湖草、空气、城乡居民饮用水水源地安全。",
        "省、自治区、直辖市人民政府负责管理平湖市。",
        "平湖市推动信息、资源、服务和管理一体化。",
        "在国家发改委、财政部、商务部的支持下，平湖市不断发展。",
    ],
)
def test_what_is_no_plain_list_of_three_is_refused(text: str) -> None:
    assert lists(text) == {}


def test_several_keys_only_beside_things_of_one_family() -> None:
    [item] = [
        item
        for item in items("平湖市不断增强群众的获得感、幸福感、安全感。")
        if item.kind == "multiple_choice"
    ]
    assert set(item.answer) == {"获得感", "幸福感", "安全感"}
    assert all(option.text.endswith("感") for option in item.options)
    assert not all(option.is_key for option in item.options)
