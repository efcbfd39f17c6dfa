"""What binds items together, in a real browser: a policy signed with its interpretation, a draft open for comment, and
several items handled at once; axe finds nothing on their pages, wide and narrow, in both languages."""

import pytest
from selenium.webdriver.common.by import By

from test_accessibility import violations, violations_everywhere, violations_here
from walk import Walk, day

COMMON = {"formed-on": day(0), "origin": "own", "disclosure": "proactive"}
POLICY = COMMON | {
    "title": "石桥县渔港安全管理办法", "document-number": "石应急〔2026〕6号", "text": "第一条 为加强管理，制定本办法。",
    "kind": "measure",
}
DRAFT = COMMON | {
    "title": "石桥县渔港安全管理办法（征求意见稿）", "text": "第一条 为加强管理，制定本办法。", "grounds": "安全生产法",
    "background": "现行规定已满五年。", "comment-from": day(0), "comment-until": day(30), "comment-how": "在本页提交",
}


@pytest.fixture(params=[360, 1280])
def wide_and_narrow(request, browser):
    browser.set_window_size(request.param, 1400)
    yield browser
    browser.set_window_size(1280, 1400)


def tables_that_scroll(browser):
    """Captions of the tables that are wider than the window lets them be."""
    return browser.execute_script(
        "return [...document.querySelectorAll('.table')].filter(t => t.scrollWidth > t.clientWidth)"
        ".map(t => t.querySelector('caption').textContent)")


def test_policy_and_interpretation_are_signed_together(wide_and_narrow, site):
    walk = Walk(wide_and_narrow, site)
    policy = walk.draft("/office/items/new?duty=POLICY", POLICY)
    walk.opine(policy, "secrecy", "legal", "consequence")
    words = {"formed-on": day(0), "text": "为什么制定：渔港事故多发。", "way": "text"}
    interpretation = walk.draft(f"/office/items/new?duty=INTERP&document={policy.split('/')[-1]}", words)
    walk.opine(interpretation, "secrecy", "consequence")

    walk.sign_in("approver")
    walk.open(f"{policy}/opinions/sign-off")
    assert "须一并签发" in walk.text
    found = violations(walk, f"{policy}/pair") + violations(walk, f"/en{policy}/pair")
    found += violations(walk, f"{policy}")
    assert found == []
    walk.open(f"{policy}/pair")
    walk.press("签发这 2 份并一起公开")
    assert "已公开" in walk.text
    walk.follow("在网站上查看")
    walk.follow("政策解读")
    assert "为什么制定" in walk.text and "被解读的文件" in walk.text


def test_the_public_is_asked_and_the_office_sees_what_is_due(wide_and_narrow, site):
    walk = Walk(wide_and_narrow, site)
    item = walk.draft("/office/items/new?duty=DRAFT", DRAFT)
    walk.opine(item, "secrecy", "legal", "consequence", "sign-off")
    walk.follow("在网站上查看")
    page = walk.path
    assert "正在公开征求意见" in walk.text
    walk.press("提交意见")
    assert "请写下您的意见" in walk.text and "请勾选同意" in walk.text
    found = violations_here(walk) + violations(walk, page) + violations(walk, f"/en{page}/comments")

    # Somebody writes, and gets a code; the identity number is not to be read in the list of the office.
    words = "第一条写得不清楚，请明确渔港的范围。我的身份证号是11010519491231002X。"
    walk.open(page)
    for key, value in {"text": words, "name": "张三", "contact": "zhangsan@example.org", "consent": "yes"}.items():
        walk.fill(key, value)
    walk.press("提交意见")
    receipt = walk.path
    assert "/shiqiao/comment-receipts/" in receipt and "意见已收到" in walk.text and "尚未处理" in walk.text, walk.text
    assert "渔港的范围" not in walk.text and "张三" not in walk.text
    found += violations(walk, receipt) + violations(walk, "/en" + receipt)

    walk.sign_in("editor")
    walk.open(f"{item}/comments")
    assert "渔港的范围" in walk.text and "11010519491231002X" not in wide_and_narrow.page_source
    assert not tables_that_scroll(wide_and_narrow)
    comment = wide_and_narrow.find_element(By.NAME, "comment").get_attribute("value")
    walk.fill("comment", comment)
    walk.press("预览处理结果")
    assert "请选择" in walk.text, walk.text
    assert walk.value("comment") == comment
    found += violations_here(walk)
    for key, value in {"treatment": "adopted", "gist": "明确渔港的范围", "reason": "已在第一条写明"}.items():
        walk.fill(key, value)
    walk.press("预览处理结果")
    assert "预览" in walk.text and "明确渔港的范围" in walk.text
    assert not tables_that_scroll(wide_and_narrow)
    found += violations_here(walk)
    walk.press("这样处理 1 条意见")
    assert "尚未处理\n0" in walk.text, walk.text
    assert not tables_that_scroll(wide_and_narrow)
    found += violations(walk, f"{item}/comments/{comment}") + violations(walk, f"/en{item}/comments/{comment}")
    walk.browser.delete_all_cookies()
    walk.open(receipt)
    assert "采纳" in walk.text and "已在第一条写明" in walk.text
    walk.sign_in("officer")
    for path in (item, f"{item}/comments", "/office/due", "/office/bulk?act=deliver", "/office/bulk?act=move",
                 "/office/hand-over"):
        for language in ("", "/en"):
            found += violations(walk, language + path)
    assert found == []


def test_drafts_are_submitted_together_after_a_preview(wide_and_narrow, site):
    walk = Walk(wide_and_narrow, site)
    news = COMMON | {"kind": "work", "text": "会议部署了春季安全生产检查。"}
    items = [walk.draft("/office/items/new?duty=NEWS", news | {"title": f"第{number}次会议"}, "保存草稿") for number in (1, 2)]
    walk.open("/office/items")
    walk.follow("批量办理")
    for item in items:
        walk.fill("item", item.split("/")[-1])
    walk.press("预览")
    assert "还没有办理" in walk.text and walk.text.count("将办理") == 2
    walk.press("确认办理这 2 条")
    assert "已办理 2 条" in walk.text
    found = violations(walk, walk.path) + violations(walk, "/en" + walk.path)
    assert found == []
    walk.open(items[0])
    assert "审查中" in walk.text
