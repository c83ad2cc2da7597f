"""Small courses for the browser, with questions of every kind."""

from quizzes.models import Document, Fact, Lesson, Question
from tests.factories import (
    DocumentFactory,
    FactFactory,
    LessonFactory,
    PublishedBlankFactory,
    PublishedQuestionFactory,
)

REFORM = (
    "2020年4月，国务院同意设立义乌综合保税区。近年来，义乌先后承接了国家级改革30多项、省级改革40余项。\n"
    "精简权力事项411项，取消证明材料270项；市行政服务中心窗口从324个减至33个。"
)
OPENING = "“义新欧”中欧班列目前已开通运输线路14条，联通亚欧大陆48个国家和地区。"
FILLER = "\n".join(
    "坚持把全域作为“一个市”来谋划，全域统筹要素流动、功能布局，合理规划生态、生活、生产空间。" * 3
    for _ in range(8)
)


def small_course() -> Document:
    document = DocumentFactory(title="坚持和深化“义乌发展经验”", byline="中共义乌市委党校课题组")
    chapter = LessonFactory(document=document, number="一", heading="胸怀大局谋划发展", body="")
    reform = LessonFactory(
        document=document,
        parent=chapter,
        number="一（一）",
        heading="以制度创新为核心，推进全面深化改革",
        body=f"{REFORM}\n{FILLER}",
    )
    opening = LessonFactory(
        document=document,
        parent=chapter,
        number="一（二）",
        heading="以开放发展为引领，服务“双循环”",
        body=OPENING,
    )
    choice(
        reform,
        "2020年4月",
        "国务院同意设立义乌综合保税区是在哪一年哪一月？",
        "2020年8月",
        "2020年11月",
        "2019年1月",
    )
    choice(reform, "30多项", "义乌先后承接了国家级改革多少项？", "40多项", "50多项", "60多项")
    choice(reform, "411项", "义乌精简权力事项多少项？", "270项", "324项", "513项")
    blank(reform, "270", "义乌取消证明材料____项。")
    choice(opening, "14条", "“义新欧”中欧班列目前已开通运输线路多少条？", "12条", "18条", "48条")
    blank(opening, "48", "“义新欧”中欧班列联通亚欧大陆____个国家和地区。")
    return document


KINDS = (
    "按照“三权分置”的要求，分开的是宅基地的所有权、资格权、使用权。"
    "办理执照先提交材料，再由窗口受理，经现场核查，领取执照。"
    "海关查验货物，商务局审核市场主体的资质，税务局办理出口退税。"
)


def course_of_kinds() -> Document:
    """One lesson whose four questions are of the kinds that are neither one choice nor a blank."""
    document = DocumentFactory(title="办事指南")
    lesson = LessonFactory(document=document, number="一", heading="怎样办事", body=KINDS)
    mark_answer(
        PublishedQuestionFactory(
            true_false=True,
            fact=fact(lesson, "所有权"),
            stem="“三权分置”分开的三种权里，有宅基地的资格权。",
        )
    )
    mark_answer(
        PublishedQuestionFactory(
            several=True,
            fact=fact(lesson, "所有权、资格权、使用权"),
            stem="按照“三权分置”的要求，分开的是宅基地的哪几种权？",
            explanation="原文列出了三种权。",
        )
    )
    mark_answer(
        PublishedQuestionFactory(
            matching=True,
            fact=fact(lesson, "商务局"),
            stem="把每个部门和它在进出口里负责的事情配成对。",
            texts=[
                "海关|查验货物",
                "商务局|审核市场主体的资质，并把结果告诉其他部门和市场主体自己",
                "税务局|办理出口退税",
            ],
        )
    )
    mark_answer(
        PublishedQuestionFactory(
            ordering=True,
            fact=fact(lesson, "窗口受理"),
            stem="办理执照要走哪几步？按先后排好。",
        )
    )
    return document


WHOLE = (
    "早在1982年，义乌开放小商品市场。2020年4月，国务院同意设立义乌综合保税区。\n"
    "市行政服务中心窗口从324个减至33个。出口额占全省的1/8。首创可复制、可推广经验17项。\n"
    "所谓国之大者，就是指国家面临的大局。要胸怀国之大者，办好国内的事。春节放假，从2月4日开始。"
)


def course_to_see_whole() -> Document:
    """One lesson with dates, figures and terms of each kind."""
    document = DocumentFactory(title="通览义乌")
    lesson = LessonFactory(document=document, number="一", heading="以制度创新为核心", body=WHOLE)
    stated(fact(lesson, "1982年", kind="date"), "义乌开放小商品市场是在____。")
    stated(fact(lesson, "2020年4月", kind="date"), "国务院同意设立义乌综合保税区，是在____。")
    stated(fact(lesson, "2月4日", kind="date"), "春节放假，从____开始。")
    fact(lesson, "从324个减至33个", kind="change", value="324→33个")
    fact(lesson, "1/8", kind="share", value="0.125fraction")
    stated(fact(lesson, "17项", value="17项"), "据课文，义乌首创可复制、可推广经验____。")
    fact(lesson, "国之大者", kind="term", value="国之大者=国家面临的大局")
    fact(lesson, "国内", kind="place")
    return document


def stated(fact: Fact, stem: str) -> None:
    mark_answer(PublishedBlankFactory(fact=fact, stem=stem, texts=[fact.answer]))


def fact(lesson: Lesson, answer: str, kind: str = "number", value: str = "") -> Fact:
    at = lesson.body.index(answer)
    start = max(lesson.body.rfind(mark, 0, at) for mark in "。\n") + 1
    end = lesson.body.index("。", at) + 1
    return FactFactory(
        lesson=lesson,
        kind=kind,
        answer=answer,
        value=value or answer,
        importance=3,
        evidence=lesson.body[start:end],
        evidence_start=lesson.body_start + start,
        answer_start=lesson.body_start + at,
    )


def choice(lesson: Lesson, answer: str, stem: str, *others: str) -> None:
    question = PublishedQuestionFactory(
        fact=fact(lesson, answer),
        stem=stem,
        explanation=f"答案：{answer}。见“{lesson.number}”。",
        texts=[answer, *others],
    )
    mark_answer(question)


def blank(lesson: Lesson, answer: str, stem: str) -> None:
    question = PublishedBlankFactory(
        fact=fact(lesson, answer), stem=stem, explanation=f"答案：{answer}。", texts=[answer]
    )
    mark_answer(question)


def mark_answer(question: Question) -> None:
    at = question.fact.evidence.index(question.fact.answer)
    question.revisions.update(mark_start=at, mark_end=at + len(question.fact.answer))
