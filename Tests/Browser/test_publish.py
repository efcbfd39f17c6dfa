"""One item from the clerk's form to the citizen's page, in a real browser, on both engines."""

import re
import urllib.request

import feedparser
from selenium.webdriver.common.by import By

from walk import Walk

PENALTY = {
    "title": "石桥县虚构化工有限公司未按规定开展应急演练处罚决定",
    "formed-on": None,
    "origin": "own",
    "disclosure": "proactive",
    "text": "经查，该单位未按照规定定期组织应急救援预案演练",
    "party": "石桥县虚构化工有限公司",
    "party-kind": "legal",
    "credit-code": "91999999MA00A001XA",
    "legal-representative": "王五",
    "decision-number": "石应急罚〔2024〕3号",
    "violation": "未按规定开展应急演练",
    "facts": "年度内未组织生产安全事故应急救援预案演练。",
    "grounds": "《中华人民共和国安全生产法》第九十七条",
    "kinds": "warning,fine",
    "content": "警告，并处罚款",
    "fine": "2.5",
    "decided-on": None,
    "effective-until": "2030-03-01",
    "major": "no",
    "credit-display": "yes",
    "authority": "石桥县应急管理局",
    "authority-code": "11999999MB0A00018H",
    "data-source": "石桥县应急管理局",
    "data-source-code": "11999999MB0A00018H",
}


def today(walk):
    """The day in China, as the server has it."""
    import datetime

    zone = datetime.timezone(datetime.timedelta(hours=8))
    return datetime.datetime.now(zone).date().isoformat()


def give_opinion(walk, login, kind, item):
    walk.sign_in(login)
    walk.open(f"{item}/opinions/{kind}")
    walk.press({"secrecy": "不涉密", "legal": "合法", "sign-off": "签发"}[kind])
    assert "/opinions/" not in walk.path, walk.text


def test_a_penalty_from_the_form_to_the_citizen(browser, site):
    walk = Walk(browser, site)

    # An editor fills in the duty's own form; one character of the credit code is wrong.
    walk.sign_in("editor")
    walk.open("/office/items/new?duty=PEN")
    typed = {key: value or today(walk) for key, value in PENALTY.items()}
    for key, value in typed.items():
        walk.fill(key, value)
    walk.press("保存草稿")
    assert "校验" in walk.error_beside("credit-code"), walk.text
    for key, value in typed.items():
        assert walk.value(key) == value, key
    walk.fill("credit-code", "91999999MA00A001XU")
    walk.press("保存并提交审查")
    item = walk.path.split("?")[0]
    assert re.fullmatch(r"/office/items/\w{26}", item), walk.text
    assert "审查中" in walk.text

    # The secrecy reviewer passes it; then the editor changes a comma, and that opinion no longer counts.
    give_opinion(walk, "secrecy", "secrecy", item)
    walk.sign_in("editor")
    walk.open(item + "/edit")
    walk.fill("text", typed["text"].replace("，", ""))
    walk.press("保存")
    walk.open(item)
    assert browser.find_elements(By.CSS_SELECTOR, "s, del"), "the void opinion is struck through"

    # Nobody can sign before the new version is reviewed.
    walk.sign_in("approver")
    walk.open(f"{item}/opinions/sign-off")
    assert not [b for b in browser.find_elements(By.TAG_NAME, "button") if b.text.startswith("签发")]
    give_opinion(walk, "secrecy", "secrecy", item)
    give_opinion(walk, "legal", "legal", item)
    give_opinion(walk, "approver", "sign-off", item)
    walk.open(item)
    assert "已公开" in walk.text
    assert "item.publish" in walk.text or "公开" in walk.text

    # The citizen: agency page, column, item, feed, search with two characters.
    browser.delete_all_cookies()
    walk.open("/shiqiao")
    assert typed["title"] in walk.text
    walk.open("/shiqiao/columns/law-enforcement/penalties")
    assert typed["title"] in walk.text
    walk.follow(typed["title"])
    leaf = walk.path.rsplit("/", 1)[1]
    assert re.fullmatch(r"SHIQIAO-PEN-\d{4}-00001", leaf)
    page = walk.text
    assert re.search(r"MB0A00018/\d{4}-00001", page), "index number"
    assert "王五" not in browser.page_source
    assert "王某" in page
    proof = urllib.request.urlopen(f"{site.url}/shiqiao/items/{leaf}/proof.txt").read().decode()
    assert f"id {leaf}\nevent publish\nkind pen\nbody sha256:" in proof
    feed = feedparser.parse(site.url + "/shiqiao/feed")
    assert not feed.bozo, feed.get("bozo_exception")
    assert [entry.title for entry in feed.entries] == [typed["title"]]
    walk.open("/shiqiao/search?q=演练")
    assert typed["title"] in walk.text
    walk.open("/en/shiqiao/items/" + leaf)
    assert "Index number" in walk.text

    # The audit trail tells it all.
    walk.sign_in("auditor")
    walk.open("/office/audit")
    assert leaf in walk.text
