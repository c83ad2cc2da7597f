"""Reading in comfort, and from a fact in the text to its question."""

from playwright.sync_api import Page, expect

from quizzes.models import Document, User
from tests.browser.conftest import Visit
from tests.browser.course import course_to_see_whole
from tests.browser.steps import answer, sign_up

# A voice that says nothing, and takes as long as the test wants.
VOICE = """
  window.said = [];
  const voices = [{ lang: "en-US" }, { lang: "zh-CN" }];
  const speech = {
    paused: false,
    getVoices: () => voices,
    speak: (utterance) => window.said.push(utterance),
    cancel: () => {},
    pause: () => { speech.paused = true; },
    resume: () => { speech.paused = false; },
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""
NO_VOICE = VOICE.replace('{ lang: "zh-CN" }', '{ lang: "de-DE" }')


def lesson_url(course: Document, number: str = "一（一）") -> str:
    return course.lessons.get(number=number).get_absolute_url()


def test_from_a_fact_in_the_text_to_its_question(visit: Visit, course: Document) -> None:
    page = visit()
    sign_up(page)
    page.goto(lesson_url(course))
    page.click("text=显示知识点")
    page.click("a.lit >> text=411项")
    expect(page.locator(".stem")).to_contain_text("精简权力事项多少项")
    page.click("text=答这道题")
    answer(page, "411项")

    expect(page.locator(".feedback")).to_contain_text("答对了")
    page.click("text=看结果")
    expect(page.locator(".score")).to_contain_text("1")


def test_without_javascript(visit: Visit, course: Document) -> None:
    page = visit(script=False, path=lesson_url(course))
    for button in ("拼音", "显示知识点", "A+"):
        page.click(f".tools >> text={button}")

    expect(page.locator("ruby").first).to_be_visible()
    expect(page.locator("a.lit").first).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-text-size", "1")
    expect(page.locator("[data-listen]")).to_be_hidden()


def test_the_text_stays_where_it_was(visit: Visit, course: Document) -> None:
    page = visit(path=lesson_url(course))
    paragraph = page.locator(".text p").nth(6)
    paragraph.evaluate("one => one.scrollIntoView()")
    page.evaluate("window.scrollBy(0, 20)")
    before = paragraph.evaluate("one => one.getBoundingClientRect().top")
    page.evaluate("document.getElementById('tool-pinyin').click()")
    expect(page.locator("ruby").first).to_be_attached()

    after = paragraph.evaluate("one => one.getBoundingClientRect().top")
    assert abs(after - before) < 3


def test_the_focus_stays_on_the_button(visit: Visit, course: Document) -> None:
    page = visit(path=lesson_url(course))
    page.focus("#tool-larger")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("data-text-size", "1")
    expect(page.locator("#tool-larger")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("data-text-size", "2")
    expect(page.locator("#tool-smaller")).to_be_focused()


def test_pinyin_is_remembered_with_the_account(visit: Visit, course: Document) -> None:
    page = visit()
    sign_up(page)
    page.goto(lesson_url(course))
    page.click("text=拼音")
    expect(page.locator("ruby").first).to_be_visible()

    assert User.objects.get(username="xinren").pinyin
    page.goto(lesson_url(course, "一（二）"))
    expect(page.locator("ruby").first).to_be_visible()


def listening(visit: Visit, course: Document, voice: str = VOICE) -> Page:
    page = visit(path=None)
    page.add_init_script(voice)
    page.goto(lesson_url(course))
    return page


def test_listening_sentence_by_sentence(visit: Visit, course: Document) -> None:
    page = listening(visit, course)
    page.click("text=拼音")
    expect(page.locator("ruby").first).to_be_visible()
    page.click("text=听课文")

    assert page.evaluate("said[0].text") == "2020年4月，国务院同意设立义乌综合保税区。"
    expect(page.locator(".text p").first).to_have_class("speaking")
    page.evaluate("said[0].onend(); said[1].onend()")
    expect(page.locator(".text p").nth(1)).to_have_class("speaking")
    page.click("text=暂停")
    assert page.evaluate("speechSynthesis.paused")
    page.click("text=接着听")
    assert not page.evaluate("speechSynthesis.paused")
    page.click("[data-stop]")
    page.evaluate("said.at(-1).onend()")

    expect(page.locator(".speaking")).to_have_count(0)
    expect(page.locator("[data-speak]")).to_be_focused()
    assert page.evaluate("said.length") == 3


def test_no_chinese_voice_no_button(visit: Visit, course: Document) -> None:
    page = listening(visit, course, NO_VOICE)

    expect(page.locator("[data-listen]")).to_be_hidden()


def test_searching_and_sorting_figures(visit: Visit, transactional_db: None) -> None:
    page = visit(path=f"{course_to_see_whole().get_absolute_url()}figures/")
    rows = page.locator(".data tbody tr")
    expect(rows).to_have_count(3)
    page.click("text=/^数字/ >> nth=-1")
    expect(rows.first).to_contain_text("1/8")
    page.fill("#q", "窗口")
    expect(rows).to_have_count(1)
    assert "sort=size" in page.url
    page.fill("#q", "")
    page.select_option("#kind", "share")
    expect(rows).to_have_count(1)
    page.go_back()
    expect(page.locator("#list")).to_be_visible()
