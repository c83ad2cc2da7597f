"""A paper is drawn by its blueprint, whatever there is to ask and whatever the chance."""

from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from quizzes.exams.blueprint import Blueprint, Topic, apportion, draw, passages_of
from quizzes.practice import KINDS

SECTIONS = (1, 2, 3, 4)
seeds = st.text(max_size=5)


@st.composite
def topics(draw: st.DrawFn) -> list[Topic]:
    """Facts anywhere in a text, some on the same words, some without a place."""
    many = draw(st.integers(0, 40))
    found = []
    for pk in range(1, many + 1):
        start = draw(st.none() | st.integers(0, 200))
        length = draw(st.integers(1, 12))
        found.append(
            Topic(
                pk=pk,
                importance=draw(st.integers(1, 3)),
                start=start,
                end=None if start is None else start + length,
                section=draw(st.sampled_from(SECTIONS)),
                kinds=frozenset(draw(st.sets(st.sampled_from(KINDS), min_size=1))),
            )
        )
    return found


weights = st.dictionaries(st.sampled_from(SECTIONS), st.integers(1, 100), min_size=1)
blueprints = st.builds(
    Blueprint,
    size=st.integers(1, 30),
    minutes=st.just(30),
    sections=weights,
    kinds=st.dictionaries(st.sampled_from(KINDS), st.integers(1, 100), min_size=1),
    important=st.floats(0, 1),
)


@given(blueprints, topics(), seeds)
def test_no_fact_twice_and_no_two_questions_on_the_same_words(
    blueprint: Blueprint, topics: list[Topic], seed: str
) -> None:
    by_pk = {topic.pk: topic for topic in topics}
    paper = [by_pk[one.fact] for one in draw(blueprint, topics, seed)]

    assert len({topic.pk for topic in paper}) == len(paper)
    assert not any(one.tells_of(other) for one, other in combinations(paper, 2))


@given(blueprints, topics(), seeds)
def test_only_what_the_blueprint_asks_for(
    blueprint: Blueprint, topics: list[Topic], seed: str
) -> None:
    by_pk = {topic.pk: topic for topic in topics}
    for one in draw(blueprint, topics, seed):
        assert by_pk[one.fact].section in blueprint.sections
        assert one.kind in by_pk[one.fact].kinds
        assert one.kind in blueprint.kinds


@given(blueprints, topics(), seeds)
def test_as_many_questions_as_asked_for_or_as_there_are_passages(
    blueprint: Blueprint, topics: list[Topic], seed: str
) -> None:
    asked = [
        topic
        for topic in topics
        if topic.section in blueprint.sections and topic.kinds & set(blueprint.kinds)
    ]
    drawn = draw(blueprint, topics, seed)

    assert len(drawn) == min(blueprint.size, len(passages_of(asked)))


@given(blueprints, topics(), seeds)
def test_the_same_seed_draws_the_same_paper(
    blueprint: Blueprint, topics: list[Topic], seed: str
) -> None:
    assert draw(blueprint, topics, seed) == draw(blueprint, list(reversed(topics)), seed)


@given(weights, st.integers(1, 30), seeds)
def test_each_section_has_its_share_within_one(
    sections: dict[int, int], size: int, seed: str
) -> None:
    plenty = [
        Topic(section * 100 + at, 1 + at % 3, None, None, section, frozenset(KINDS))
        for section in SECTIONS
        for at in range(size)
    ]
    by_pk = {topic.pk: topic for topic in plenty}
    drawn = draw(Blueprint(size, 30, sections), plenty, seed)
    counts = Counter(by_pk[one.fact].section for one in drawn)

    for section, weight in sections.items():
        assert abs(counts[section] - size * weight / sum(sections.values())) < 1


@given(
    st.integers(0, 60),
    st.dictionaries(st.integers(), st.integers(0, 100), max_size=8),
    st.dictionaries(st.integers(), st.integers(0, 20), max_size=8),
)
def test_no_seat_where_there_is_no_room_and_none_is_lost(
    seats: int, weights: dict[int, int], room: dict[int, int]
) -> None:
    given = apportion(seats, weights, room)
    space = sum(room.get(one, 0) for one, weight in weights.items() if weight)

    assert all(number <= room[one] for one, number in given.items())
    assert sum(given.values()) == min(seats, space)


def alone(pk: int, importance: int = 3, kinds: tuple[str, ...] = tuple(KINDS)) -> Topic:
    return Topic(pk, importance, None, None, 1, frozenset(kinds))


def test_the_share_of_important_facts_is_kept_and_the_rest_is_the_next_important() -> None:
    many = [alone(pk, importance=1 + pk % 3) for pk in range(60)]
    paper = draw(Blueprint(10, 30, {1: 1}, important=0.7), many, "x")

    assert Counter(1 + one.fact % 3 for one in paper) == {3: 7, 2: 3}


def test_where_important_facts_are_few_others_fill_the_paper() -> None:
    few = [alone(pk, importance=3 if pk < 2 else 1) for pk in range(20)]
    paper = draw(Blueprint(10, 30, {1: 1}, important=1), few, "x")

    assert len(paper) == 10
    assert {0, 1} <= {one.fact for one in paper}


def test_the_kinds_have_their_shares() -> None:
    wanted = {"single_choice": 60, "fill_blank": 30, "true_false": 10}
    paper = draw(Blueprint(20, 30, {1: 1}, wanted), [alone(pk) for pk in range(40)], "x")

    assert Counter(one.kind for one in paper) == {
        "single_choice": 12,
        "fill_blank": 6,
        "true_false": 2,
    }


def test_a_fact_that_is_asked_in_one_kind_only_does_not_upset_the_mix() -> None:
    only = [alone(pk, kinds=("single_choice",)) for pk in range(10)]
    both = [alone(pk, kinds=("single_choice", "fill_blank")) for pk in range(10, 20)]
    wanted = {"single_choice": 1, "fill_blank": 1}
    paper = draw(Blueprint(20, 30, {1: 1}, wanted), [*both, *only], "x")

    assert Counter(one.kind for one in paper) == {"single_choice": 10, "fill_blank": 10}


def test_to_recognise_comes_before_to_recall() -> None:
    paper = draw(Blueprint(12, 30, {1: 1}), [alone(pk) for pk in range(40)], "x")
    ranks = [KINDS.index(one.kind) for one in paper]

    assert ranks == sorted(ranks)


def test_another_seed_draws_another_paper() -> None:
    many = [alone(pk) for pk in range(100)]
    papers = {tuple(draw(Blueprint(10, 30, {1: 1}), many, str(seed))) for seed in range(5)}

    assert len(papers) == 5
