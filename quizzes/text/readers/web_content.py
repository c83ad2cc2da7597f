"""Which part of a web page is its text, and what its title is."""

import re

from lxml import etree  # type: ignore[import-untyped]

_NEVER = frozenset(
    (
        "aside", "audio", "button", "canvas", "dialog", "embed", "figcaption", "footer", "form",
        "head", "iframe", "input", "map", "menu", "nav", "noscript", "object", "option", "rp",
        "rt", "script", "select", "style", "svg", "template", "textarea", "video",
    )
)  # fmt: skip
_ROLES = frozenset(
    (
        "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar",
        "navigation", "search",
    )
)  # fmt: skip
_AROUND = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|crumbs?|sidebar|side|footer|foot"
    r"|header|head|topbar|toolbar|copyright|cookies?|consent|gdpr|banner|popup|modal|overlay|share"
    r"|sharing|social|comments?|related|recommend(?:ed|ations?)?|advert(?:isement)?|ads?|pagination"
    r"|pager|login|search|qrcode|subscribe|newsletter|friendlinks?|links|hot|rank(?:ing)?|location|position|current|weizhi)(?:$|[-_\s])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_REFERENCE = re.compile(r"[\[〔［][0-9]{1,3}[\]〕］]|[①-⑳*†]")
_COOKIE = re.compile("cookie", re.IGNORECASE)
_ACCEPT = re.compile("同意|接受|允许|知道了|accept|agree", re.IGNORECASE)
_COOKIE_LENGTH = 300  # characters of a banner
_MOST_OF_PAGE = 0.4
_MOST_LINKED = 0.6
_LINKED_BLOCKS = frozenset(("ul", "ol", "div", "section", "p", "table", "td", "dl"))
_SITE = re.compile(r"\s*(?:[|｜_—]|\s[-–]\s|-(?=[^-]{0,12}网)).*$")


def title_of(root: etree._Element) -> str:
    """The title that the head gives, without the name of the site."""
    element = root.find("head/title")
    title = " ".join((element.text or "").split()) if element is not None else ""
    return _SITE.sub("", title) or title


def content(root: etree._Element) -> etree._Element:
    """The element that holds the text, what is around the text taken out of it."""
    body = root.find("body")
    page = root if body is None else body
    _strip(page)
    return _innermost(_marked(page))


def _length(element: etree._Element) -> int:
    return sum(len(words.strip()) for words in element.itertext())


def _strip(page: etree._Element) -> None:
    """Takes out of the page what is not its text, and what is told from it by its name only
    where it is not most of the page."""
    for element in list(page.iter(*_NEVER)):
        _drop(element)
    for element in list(page.iter("sup")):
        if _REFERENCE.fullmatch("".join(element.itertext()).strip()):
            _drop(element)
    whole = _length(page)
    for element in list(page.iterdescendants()):
        if _is_around(element) and _length(element) <= _MOST_OF_PAGE * whole:
            _drop(element)
    for element in list(page.iterdescendants(*_LINKED_BLOCKS)):
        if _is_links(element):
            _drop(element)


def _is_around(element: etree._Element) -> bool:
    if element.tag == "header":
        return not (_in_article(element) and element.find(".//h1") is not None)
    if element.get("role") in _ROLES or element.get("hidden") is not None:
        return True
    if element.get("aria-hidden") == "true" or _HIDDEN.search(element.get("style", "")):
        return True
    name = f"{element.get('class', '')} {element.get('id', '')}"
    if name != " " and _AROUND.search(name) and element.find(".//h1") is None:
        return element.tag not in ("h1", "h2", "h3", "h4", "h5", "h6", "body", "article", "main")
    return _is_cookie_banner(element)


def _in_article(element: etree._Element) -> bool:
    return next(element.iterancestors("article", "main"), None) is not None


def _is_cookie_banner(element: etree._Element) -> bool:
    if element.tag not in ("div", "section", "p"):
        return False
    words = ""
    for piece in element.itertext():
        words += piece
        if len(words) > _COOKIE_LENGTH:
            return False
    return _COOKIE.search(words) is not None and _ACCEPT.search(words) is not None


def _is_links(element: etree._Element) -> bool:
    """Whether most of a block's words are links, as in lists of other pages."""
    links = list(element.iterdescendants("a"))
    if len(links) < 3:
        return False
    linked = sum(_length(link) for link in links)
    return linked > _MOST_LINKED * max(_length(element), 1)


def _drop(element: etree._Element) -> None:
    """Takes `element` out; the words behind it stay."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _marked(page: etree._Element) -> etree._Element:
    """What the page itself marks as its text, if it holds a good part of it."""
    whole = _length(page)
    for marks in (page.iter("article"), page.iter("main"), page.xpath(".//*[@role='main']")):
        found = list(marks)
        if len(found) == 1 and _length(found[0]) >= _MOST_OF_PAGE * whole:
            only: etree._Element = found[0]
            return only
    return page


def _innermost(page: etree._Element) -> etree._Element:
    """The innermost element that holds nearly all of the text and every heading of level 1."""
    whole = _length(page)
    while True:
        inner = next((child for child in page if _length(child) >= 0.9 * whole), None)
        if inner is None or inner.tag in ("table", "p") or page.find("h1") is not None:
            return page
        page = inner
