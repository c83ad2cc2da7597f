"""The document seen whole: its dates in order, its figures, its terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.models import Document, Fact, Lesson
from quizzes.whole.charts import chart
from quizzes.whole.dated import Moment, years
from quizzes.whole.figures import described, figures, size
from quizzes.whole.terms import explained, terms, with_others
from quizzes.whole.timeline import timeline
from tests.factories import FactFactory, LessonFactory, PublishedBlankFactory, QuestionFactory


def told(document: Document, sentence: str, answer: str, kind: str, value: str = "") -> Fact:
    """A fact on `answer` in a lesson that is this one sentence."""
    lesson = LessonFactory(document=document, body=sentence)
    return FactFactory(
        lesson=lesson,
        kind=kind,
        answer=answer,
        value=value or answer,
        evidence=sentence,
        evidence_start=lesson.body_start,
        answer_start=lesson.body_start + sentence.index(answer),
    )


class TestTimeline:
    def test_events_stand_in_the_order_of_time(self, document: Document) -> None:
        told(document, "2020年4月，获批设立。", "2020年4月", "date", "2020-04-00")
        told(document, "2020年4月1日，正式挂牌。", "2020年4月1日", "date")
        told(document, "1982年，开放市场。", "1982年", "date", "1982-00-00")
        told(document, "2020年，受到表彰。", "2020年", "date")

        assert [event.when for event in timeline(document)] == [
            "1982年",
            "2020年",
            "2020年4月",
            "2020年4月1日",
        ]

    def test_a_date_without_a_year_comes_last(self, document: Document) -> None:
        told(document, "2月4日至10日放假。", "2月4日至10日", "date")
        told(document, "2019年3月1日起施行。", "2019年3月1日", "date")

        found = timeline(document)

        assert [event.when for event in found] == ["2019年3月1日", "2月4日至10日"]
        assert found[-1].moment is None

    def test_a_sentence_that_opens_with_a_date_is_an_event(self, document: Document) -> None:
        told(document, "早在2005年，网商突破3万家。", "3万家", "number")
        told(document, "2006-2020年，比重从1/75上升至1/8。", "从1/75上升至1/8", "change")
        told(document, "网商突破3万家。", "3万家", "number")

        assert [event.when for event in timeline(document)] == ["2005年", "2006-2020年"]

    def test_several_facts_of_one_sentence_are_one_event(self, document: Document) -> None:
        date = told(document, "2018年，首创“三权分置”改革。", "2018年", "date")
        FactFactory(
            lesson=date.lesson,
            kind="term",
            answer="“三权分置”改革",
            evidence=date.evidence,
            evidence_start=date.evidence_start,
        )

        assert [event.fact for event in timeline(document)] == [date]

    def test_what_left_the_text_is_gone(self, document: Document) -> None:
        fact = told(document, "2018年，改革。", "2018年", "date")
        Fact.objects.filter(pk=fact.pk).update(retired_at="2026-01-01T00:00Z")

        assert timeline(document) == []

    def test_a_draft_is_shown_by_its_sentence(self, document: Document) -> None:
        fact = told(document, "2018年，改革。", "2018年", "date")
        QuestionFactory(fact=fact)

        assert [event.fact for event in timeline(document)] == [fact]

    def test_searching(self, document: Document) -> None:
        told(document, "2018年，改革。", "2018年", "date")
        wanted = told(document, "2019年，开放。", "2019年", "date")

        assert [event.fact for event in timeline(document, "开放")] == [wanted]
        assert timeline(document, "100%_") == []


class TestFigures:
    def test_a_published_question_says_what_a_figure_measures(self, document: Document) -> None:
        fact = told(document, "目前已开通线路14条。", "14条", "number")
        stem = "据课文，“义新欧”中欧班列已开通线路____条。（填数字）"
        PublishedBlankFactory(fact=fact, stem=stem, texts=["14", "十四"])

        assert described([fact])[0].statement == "“义新欧”中欧班列已开通线路14条。"

    def test_a_draft_says_nothing(self, document: Document) -> None:
        fact = told(document, "目前已开通线路14条。", "14条", "number")
        QuestionFactory(fact=fact, kind="fill_blank", stem="全国已开通线路____条。")

        assert described([fact])[0].statement == ""

    def test_a_statement_that_lost_the_figure_is_not_shown(self, document: Document) -> None:
        fact = told(
            document, "从2010年的1373户增到28万户。", "从2010年的1373户增到28万户", "change"
        )
        PublishedBlankFactory(fact=fact, stem="网商增到____户。", texts=["28万"])

        assert described([fact])[0].statement == ""

    @pytest.mark.parametrize(
        ("sentence", "answer", "kind", "year"),
        [
            ("2020年达到占比70.3%。", "70.3%", "share", (2020,)),
            ("2023年，总产值2055亿元，增长6%。", "6%", "share", (2023,)),
            ("2020年达到占比70.3%，民生支出年均增长8.4%。", "8.4%", "share", ()),
            ("2018年立项，2020年建成，开通线路14条。", "14条", "number", ()),
            ("从2010年的1373户增到2020年的28万户。", "从2010年的1373户增到2020年的28万户",
             "change", (2010, 2020)),
            ("2006-2020年，占比从1/75上升至1/8。", "从1/75上升至1/8", "change", (2006, 2020)),
            ("目前已开通线路14条。", "14条", "number", ()),
        ],
    )  # fmt: skip
    def test_the_year_is_the_one_the_text_gives(
        self, document: Document, sentence: str, answer: str, kind: str, year: tuple[int, ...]
    ) -> None:
        fact = told(document, sentence, answer, kind)

        assert described([fact])[0].years == year

    def test_sorted_by_size(self, document: Document) -> None:
        for answer, value in (
            ("74万户", "740000户"),
            ("14条", "14条"),
            ("63.5%", "63.5%"),
            ("从324个减至33个", "324→33个"),
            ("甚多", "甚多"),
        ):
            kind = "change" if "→" in value else "number"
            told(document, f"有{answer}。", answer, kind, value)

        up = [fact.answer for fact in figures(document, sort="size")]
        down = [fact.answer for fact in figures(document, sort="size", down=True)]

        assert up == ["63.5%", "14条", "从324个减至33个", "74万户", "甚多"]
        assert down == ["74万户", "从324个减至33个", "14条", "63.5%", "甚多"]

    def test_sorted_by_year_those_without_one_last(self, document: Document) -> None:
        none = told(document, "共14条。", "14条", "number")
        late = told(document, "2020年有15条。", "15条", "number")
        early = told(document, "2010年有16条。", "16条", "number")

        assert figures(document, sort="year") == [early, late, none]
        assert figures(document, sort="year", down=True) == [late, early, none]

    def test_of_one_kind_and_with_a_word(self, document: Document) -> None:
        told(document, "线路14条。", "14条", "number")
        share = told(document, "占线路的8%。", "8%", "share")
        told(document, "占窗口的9%。", "9%", "share")

        assert figures(document, words="线路", kind="share") == [share]
        assert len(figures(document, kind="none of ours")) == 3

    def test_a_word_of_the_question_finds_its_figure(self, document: Document) -> None:
        fact = told(document, "目前已开通线路14条。", "14条", "number")
        PublishedBlankFactory(fact=fact, stem="中欧班列已开通线路____条。", texts=["14"])

        assert figures(document, words="班列") == [fact]

    @given(st.text(max_size=20))
    def test_any_value_has_a_size_or_none(self, value: str) -> None:
        found = size(value)

        assert found is None or found >= 0


class TestCharts:
    def test_a_change_is_two_bars_on_one_scale_from_zero(self, document: Document) -> None:
        fact = told(document, "窗口从324个减至33个。", "从324个减至33个", "change", "324→33个")
        drawn = chart(fact)

        assert drawn
        assert [(bar.label, bar.length) for bar in drawn.bars] == [("324个", 100), ("33个", 10.19)]

    def test_years_in_a_change_are_not_its_values(self, document: Document) -> None:
        said = "从2010年的1373户猛增到2020年的28万户"
        fact = told(document, f"主体{said}。", said, "change", "1373→280000户")
        drawn = chart(fact)

        assert drawn
        assert [bar.label for bar in drawn.bars] == ["1373户", "28万户"]

    @pytest.mark.parametrize(
        ("sentence", "answer", "length"),
        [("出口额占全省的1/8。", "1/8", 12.5), ("占全国的千分之五。", "千分之五", 0.5),
         ("民生支出占比达到70.3%。", "70.3%", 70.3), ("森林覆盖率为61%。", "61%", 61)],
    )  # fmt: skip
    def test_a_share_is_a_part_of_the_whole(
        self, document: Document, sentence: str, answer: str, length: float
    ) -> None:
        drawn = chart(told(document, sentence, answer, "share"))

        assert drawn
        assert drawn.is_share
        assert [bar.length for bar in drawn.bars] == [length]

    @pytest.mark.parametrize(
        ("sentence", "answer"),
        [("生产总值增长5.5%。", "5.5%"), ("占比提高5.2%。", "5.2%"), ("完成率125.5%。", "125.5%"),
         ("占比不断攀升，支出年均增长8.4%。", "8.4%"), ("比重为31.3：68.7。", "31.3：68.7")],
    )  # fmt: skip
    def test_what_is_no_part_of_a_whole_is_not_drawn(
        self, document: Document, sentence: str, answer: str
    ) -> None:
        assert chart(told(document, sentence, answer, "share")) is None


class TestTerms:
    @pytest.mark.parametrize(
        ("answer", "value", "found"),
        [
            ("国之大者", "国之大者=国家面临的大局", ("国之大者", "国家面临的大局")),
            ("国家面临的大局", "国家面临的大局=国之大者", ("国之大者", "国家面临的大局")),
            ("所有权、资格权", "“三权分置”=所有权|资格权", ("“三权分置”", "所有权、资格权")),
            ("“一个市”", "一个市", ("“一个市”", "")),
        ],
    )
    def test_the_term_and_its_meaning(
        self, answer: str, value: str, found: tuple[str, str]
    ) -> None:
        assert explained(Fact(answer=answer, value=value)) == found

    def test_a_term_stands_once_with_its_meaning(self, document: Document) -> None:
        told(document, "胸怀“国之大者”。", "“国之大者”", "term", "国之大者")
        told(document, "国之大者是指大局大势。", "大局大势", "term", "国之大者=大局大势")

        assert [(term.name, term.meaning) for term in terms(document)] == [("国之大者", "大局大势")]

    def test_where_else_it_comes_up(self, document: Document) -> None:
        told(document, "首创“最多跑一次”改革。", "“最多跑一次”改革", "term", "最多跑一次")
        other = told(document, "在“最多跑一次”中，精简事项411项。", "411项", "number")
        told(document, "取消证明材料270项。", "270项", "number")
        (term,) = with_others(document, terms(document))

        assert (term.others, term.mentions) == ([other], 1)

    def test_by_pinyin(self, document: Document) -> None:
        for name in ("重要窗口", "城市大脑", "八八战略"):
            told(document, f"实施{name}。", name, "term")

        names = [term.name for term in terms(document, sort="name")]

        assert names == ["八八战略", "城市大脑", "重要窗口"]


@pytest.mark.parametrize(
    ("text", "moment"),
    [("2020-04-00", Moment(2020, 4)), ("2020年4月1日", Moment(2020, 4, 1)),
     ("2018年12月30日至2019年1月1日", Moment(2018, 12, 30)), ("2006-2020年", Moment(2006)),
     ("2019-00-00", Moment(2019)), ("2月4日", None), ("14条", None)],
)  # fmt: skip
def test_moments(text: str, moment: Moment | None) -> None:
    assert Moment.of(text) == moment


def test_years_of_a_text() -> None:
    assert years("2006-2020年，2010年的3000户，第2020号") == [2006, 2010, 2020]


def test_facts_of_another_document_stay_out(document: Document, lesson: Lesson) -> None:
    FactFactory()

    assert (timeline(document), figures(document), terms(document)) == ([], [], [])
