"""What happens to an item after its first form, in a real browser: revision, withdrawal, urgent publication and its
debt, two editors at once, and the end of display; axe finds nothing on the pages of it."""

import time
import urllib.error
import urllib.request

import feedparser
from selenium.webdriver.common.by import By

from test_accessibility import violations_everywhere, violations_here
from walk import Walk, day

COMMON = {"formed-on": day(0), "disclosure": "proactive"}
NEWS = COMMON | {"title": "石桥县召开防汛会商会", "kind": "meeting", "text": "会议通报了汛期安全生产形势。"}
RESPONSE = COMMON | {
    "title": "虚构矿井透水事故救援进展", "text": "救援正在进行，已转移全部人员。", "known-at": day(0) + " 00:05",
    "grade": "larger", "progress": "rescue", "measures": "抽水、通风，搜救被困人员。",
}
EXPOSURE = COMMON | {
    "title": "石桥县虚构烟花厂违法生产曝光", "text": "该厂未取得许可生产。", "kind": "violation", "unit": "石桥县虚构烟花厂",
    "found-on": day(-420),
}


def published(walk, duty, typed, *opinions):
    item = walk.draft(f"/office/items/new?duty={duty}", typed)
    walk.opine(item, *opinions, "sign-off")
    return item, walk.public_page(item)


def status(walk, path):
    try:
        return urllib.request.urlopen(walk.site.url + path).status
    except urllib.error.HTTPError as error:
        return error.code


def assert_gone(walk, page, title):
    """Nothing is left but a tombstone at the address."""
    walk.browser.delete_all_cookies()
    assert status(walk, page) == 410
    assert feedparser.parse(walk.site.url + "/shiqiao/feed").entries == []
    for path in ("/", "/shiqiao", f"/shiqiao/search?q={title[-4:]}"):
        walk.open(path)
        assert not walk.browser.find_elements(By.PARTIAL_LINK_TEXT, title), path


def test_a_revision_takes_the_place_of_the_public_text_when_it_is_signed(browser, site):
    walk = Walk(browser, site)
    item, page = published(walk, "NEWS", NEWS, "secrecy")
    walk.sign_in("editor")
    found = violations_everywhere(walk, f"{item}/revision")
    walk.open(item)
    walk.press("发起修订")
    walk.press("发起修订")
    assert "请选择修订理由" in walk.text and "请写明理由" in walk.text, walk.text
    found += violations_here(walk)
    walk.fill("ground", "correction")
    walk.fill("reason", "漏写了参加单位")
    walk.press("发起修订")
    assert walk.path == f"{item}/edit", walk.text
    walk.fill("text", NEWS["text"] + "\n水利部门参加。")
    walk.press("保存并提交审查")
    assert "正在修订" in walk.text, walk.text
    found += violations_everywhere(walk, item, f"{item}/comparison", f"{item}/comparison?from=1&to=2")
    walk.open(f"{item}/comparison")
    assert "水利部门参加" in walk.text
    walk.sign_in("secrecy")
    found += violations_everywhere(walk, f"{item}/opinions/secrecy")
    walk.opine(item, "secrecy")
    walk.open(page)
    assert "水利部门参加" not in walk.text and "会议通报了" in walk.text

    walk.opine(item, "sign-off")
    browser.delete_all_cookies()
    walk.open(page)
    assert "水利部门参加" in walk.text
    walk.follow("看改了什么")
    change = walk.path
    added = [each.text for each in browser.find_elements(By.TAG_NAME, "ins")]
    assert len(added) == 1 and "水利部门参加。" in added[0], walk.text
    found += violations_everywhere(walk, page, change)
    walk.sign_in("officer")
    found += violations_everywhere(walk, f"{item}/validity")
    assert found == []


def test_a_withdrawal_leaves_a_tombstone(browser, site):
    walk = Walk(browser, site)
    item, page = published(walk, "NEWS", NEWS, "secrecy")
    walk.sign_in("editor")
    found = violations_everywhere(walk, f"{item}/withdrawal")
    walk.open(item)
    walk.press("申请撤回")
    walk.press("申请撤回")
    assert "理由" in walk.error_beside("reason"), walk.text
    found += violations_here(walk)
    walk.fill("ground", "error")
    walk.fill("reason", "重复发布")
    walk.press("申请撤回")
    assert "撤回申请已提交" in walk.text, walk.text
    assert status(walk, page) == 200

    walk.sign_in("approver")
    found += violations_everywhere(walk, "/office", item, f"{item}/withdrawal/decision")
    walk.open("/office")
    walk.press("决定撤回")
    assert "重复发布" in walk.text
    walk.fill("verdict", "pass")
    walk.press("决定撤回")
    assert "已撤回" in walk.text, walk.text

    assert_gone(walk, page, NEWS["title"])
    walk.open(page)
    assert "信息已停止公开" in walk.text and "MB0A00018/" in walk.text and "会议通报了" not in walk.text
    found += violations_everywhere(walk, page)
    walk.sign_in("editor")
    found += violations_everywhere(walk, item)
    assert found == []


def test_an_urgent_publication_owes_its_signature(browser, site):
    walk = Walk(browser, site)
    item = walk.draft("/office/items/new?duty=RESPONSE", RESPONSE)
    walk.opine(item, "secrecy", "consequence")
    walk.sign_in("officer")
    found = violations_everywhere(walk, f"{item}/urgent-publication")
    walk.open(item)
    walk.press("紧急公开")
    walk.press("紧急公开")
    assert "请选择同意公开的签发领导" in walk.text, walk.text
    found += violations_here(walk)
    walk.fill("agreed-by", "测试approver")
    walk.fill("means", "telephone")
    walk.fill("reason", "险情需要立即告知")
    walk.press("紧急公开")
    assert "已公开" in walk.text and "还欠：签发" in walk.text, walk.text
    found += violations_everywhere(walk, item)
    page = walk.public_page(item)
    assert "救援正在进行" in walk.text

    walk.sign_in("approver")
    assert "紧急公开后欠签发" in walk.text
    found += violations_everywhere(walk, "/office", f"{item}/opinions/sign-off")
    walk.open("/office")
    owed = [tag for tag in browser.find_elements(By.CLASS_NAME, "tag") if tag.text.strip().endswith("欠办")]
    red, green, blue = browser.execute_script(
        "return getComputedStyle(arguments[0]).color.match(/\\d+/g).slice(0, 3).map(Number)", owed[0])
    assert red > 2 * green and red > 2 * blue, (red, green, blue)
    walk.press("签发")
    walk.press("签发")
    walk.open("/office")
    assert "欠签发" not in walk.text
    walk.open(item)
    assert "还欠" not in walk.text
    assert status(walk, page) == 200
    assert found == []


def test_two_editors_at_once_lose_nothing(browser, site):
    site.add_person("second", "editor")
    walk = Walk(browser, site)
    item = walk.draft("/office/items/new?duty=NEWS", NEWS, "保存草稿")
    walk.open(f"{item}/edit")
    walk.fill("text", "甲写的：会议通报了汛期形势。")
    cookies = browser.get_cookies()
    first = browser.current_window_handle

    # Cookies are those of the page that is open.
    browser.delete_all_cookies()
    browser.switch_to.new_window("tab")
    walk.sign_in("second")
    walk.open(f"{item}/edit")
    walk.fill("text", "乙写的：会议还部署了值班。")
    walk.press("保存草稿")
    assert "草稿已保存" in walk.text, walk.text
    browser.close()
    browser.switch_to.window(first)
    browser.delete_all_cookies()
    for cookie in cookies:
        browser.add_cookie(cookie)

    walk.press("保存草稿")
    compared = browser.find_element(By.CSS_SELECTOR, "table").text
    assert "乙写的：会议还部署了值班。" in compared and "甲写的：会议通报了汛期形势。" in compared, walk.text
    assert walk.value("text") == "甲写的：会议通报了汛期形势。"
    found = violations_here(walk)
    browser.set_window_size(360, 1400)
    found += violations_here(walk)
    browser.set_window_size(1280, 1400)
    walk.fill("text", "会议通报了汛期形势，还部署了值班。")
    walk.press("保存草稿")
    assert "草稿已保存" in walk.text and "会议通报了汛期形势，还部署了值班。" in walk.text, walk.text
    walk.open(f"{item}/versions/2")
    assert "乙写的" in walk.text
    assert found == []


def test_the_display_ends_at_night(browser, site):
    walk = Walk(browser, site)
    item, page = published(walk, "EXPOSE", EXPOSURE, "secrecy", "legal", "consequence")
    # The night of today comes at once.
    kind = "nightly-display-ends"
    site.sql(f"UPDATE job SET due_at = 0, payload = '{day(0)}', unique_key = '{kind}/{day(0)}' WHERE kind = '{kind}'")
    for _ in range(100):
        if status(walk, page) == 410:
            break
        time.sleep(0.2)
    assert_gone(walk, page, EXPOSURE["title"])
    walk.open(page)
    assert "公示期满" in walk.text and "虚构烟花厂" not in browser.page_source
    found = violations_everywhere(walk, page)
    waiting = site.sql(f"SELECT due_at FROM job WHERE kind = '{kind}'")
    assert len(waiting) == 1 and int(waiting[0]) > time.time() * 1000, "the next night is waiting"
    walk.sign_in("editor")
    found += violations_everywhere(walk, item)
    assert found == []
