"""The reports of a demonstration bureau: from every number to its records, and what a record of later moves."""

import pathlib
import re

import pytest
from selenium.webdriver.common.by import By

from case_walk import CaseWalk
from conftest import PASSWORD, empty_site, engines

YEAR = 2018


@pytest.fixture(scope="module", params=engines())
def demonstration(request, tmp_path_factory):
    """The five bureaus, made once: that takes most of a minute."""
    with empty_site(request.param, tmp_path_factory.mktemp("demonstration")) as site:
        site.run("migrate")
        site.run("demo", "--no-serve", "--password", PASSWORD)
        site.start()
        yield site


@pytest.fixture
def walk(browser, demonstration):
    walk = CaseWalk(browser, demonstration)
    page = demonstration.folder / "scripts.html"
    page.write_text("<title>off</title><script>document.title = 'on'</script>")
    browser.get(pathlib.Path(page).as_uri())
    assert browser.title == "off", "the browser runs scripts"
    yield walk
    walk.run_no_scripts(False)


def follow_number(walk, words):
    """A click on the first number that is written so, in the text of a report."""
    walk.click(walk.browser.find_element(By.XPATH, f"//article//p//a[normalize-space() = '{words}']"))


def listed(walk):
    """The addresses of the records on this page and all pages after it, in their order."""
    found = []
    while True:
        rows = walk.browser.find_elements(By.CSS_SELECTOR, "ul.rows.ruled > li a")
        assert 0 < len(rows) <= 50, walk.text
        found += [each.get_attribute("href") for each in rows]
        older = walk.browser.find_elements(By.PARTIAL_LINK_TEXT, "下一页")
        if not older:
            return found
        walk.click(older[0])


def figure(walk, asked):
    """What a figure comes to now, as the office counts it."""
    walk.open(f"/office/figures/{asked}?year={YEAR}")
    return counted(walk)


def counted(walk):
    return int(re.match(r"\d+", walk.browser.find_element(By.CSS_SELECTOR, ".figure-value").text)[0])


def office_report(walk, year=YEAR):
    walk.open("/office/reports")
    walk.click(walk.browser.find_element(By.XPATH, f"//table//a[normalize-space() = '{year}年']"))
    return walk.path.split("?")[0].split("#")[0]


def test_every_number_leads_to_its_records_and_stays_as_it_was_frozen(walk):
    report = f"/shaxian/reports/{YEAR}"
    walk.open(report)
    assert "之后的记录不改变这份报告" in walk.text

    # 259 is exactly 259 records, on pages of fifty.
    follow_number(walk, "259")
    assert walk.path == f"{report}/numbers/items"
    assert "冻结的 259 条记录" in walk.text
    items = listed(walk)
    assert len(items) == len(set(items)) == 259
    assert walk.path.endswith("?page=6")

    # 1225 is what was counted on paper, with where that was read and what proves it, and every record since.
    walk.open(report)
    follow_number(walk, "1225")
    assert walk.path == f"{report}/numbers/items:total"
    assert re.search(r"期初数 966（截至2017年12月31日）\s+来源：\S.+；依据：\S", walk.text), walk.text
    assert listed(walk) == items

    # An item of the year that went to the site alone now went to the board too.
    walk.sign_in("shaxian.officer")
    assert (figure(walk, "board"), figure(walk, "items")) == (151, 259)
    office = office_report(walk)
    on = {}
    for key in ("items", "board", "own-column", "contributions"):
        walk.open(f"{office}/numbers/{key}")
        on[key] = listed(walk)
    on_board = set(on["board"])
    elsewhere = on_board.union(on["own-column"], on["contributions"])
    item = next(each for each in on["items"] if each not in elsewhere)
    walk.open(item)
    assert "共 1 条" in walk.browser.find_element(By.ID, "deliveries").text
    walk.unfold("登记一条发布记录")
    walk.fill("channel", "LED电子显示屏和信息公开栏")
    walk.run_no_scripts(False)
    walk.fill("delivered-on", f"{YEAR}-12-29")
    walk.run_no_scripts()
    walk.fill("receipt", "公开栏照片（演示）第152号")
    walk.press("登记发布记录")
    assert "发布记录已登记" in walk.text
    assert "共 2 条" in walk.browser.find_element(By.ID, "deliveries").text

    # What is counted now has moved by one delivery, and by no item.
    assert (figure(walk, "board"), figure(walk, "items"), figure(walk, "channel.site")) == (152, 259, 259)
    walk.open(f"/office/figures/board/records?year={YEAR}")
    assert item in listed(walk)
    walk.browser.delete_all_cookies()
    walk.open(f"/shaxian/figures/board?year={YEAR}")
    assert counted(walk) == 152

    # The report says what it said, and the page of its number says so.
    walk.open(report)
    assert "电子显示屏和信息公开栏公布151条" in re.sub(r"\s", "", walk.text)
    follow_number(walk, "151")
    assert "冻结为 151；之后记录有变化，现在算出的是 152" in walk.text
    assert "冻结的 151 条记录" in walk.text
    frozen = listed(walk)
    assert len(frozen) == 151
    walk.sign_in("shaxian.officer")
    walk.open(f"{office}/numbers/board")
    assert "冻结为 151；之后记录有变化，现在算出的是 152" in walk.text
    assert listed(walk) == on["board"]


def test_a_section_is_written_with_figures_by_name(walk):
    walk.sign_in("shaxian.editor")
    walk.open("/office/reports")
    walk.fill("period", f"{YEAR - 1}")
    walk.press("起草")
    assert re.match(r"/office/reports/\w{26}", walk.path), walk.text
    report = walk.path.split("?")[0]
    walk.click(walk.browser.find_element(By.CSS_SELECTOR, f'a[href="{report}/sections/requests"]'))
    section = walk.path

    # A figure that nobody knows: what was typed is still there, with what is wrong.
    wrong = "本年度新收申请{{requets}}件。"
    walk.fill("text", wrong)
    walk.press("保存")
    assert walk.path == section
    assert walk.value("text") == wrong
    assert "requets" in walk.browser.find_element(By.CSS_SELECTOR, '.errors, [role="alert"]').text, walk.text
    walk.look("report-section-refused")

    # The right name is a number, and the number a link.
    walk.fill("text", "本年度新收申请{{requests}}件，累计公开{{items:total}}条。")
    walk.press("保存")
    assert walk.path.startswith(report + "?did=changed")
    written = walk.browser.find_element(By.ID, "section-requests")
    links = {each.text: each.get_attribute("href") for each in written.find_elements(By.CSS_SELECTOR, "p a[href*=figures]")}
    assert links["0"].endswith(f"/office/figures/requests?year={YEAR - 1}")
    assert any(f"/office/figures/items:total?year={YEAR - 1}" in each for each in links.values()), links
    walk.look_at("report-draft", report)
    walk.look_at("report-section", section)
    assert walk.found == []


def test_axe_finds_nothing_on_reports_and_figures(walk):
    for name, path in {
        "reports": "/shaxian/reports",
        "report": f"/shaxian/reports/{YEAR}",
        "report-number": f"/shaxian/reports/{YEAR}/numbers/items",
        "report-opening": f"/shaxian/reports/{YEAR}/numbers/items:total",
        "report-moved": f"/shaxian/reports/{YEAR}/numbers/board",
        "figures": f"/shaxian/figures?year={YEAR}",
        "figure": f"/shaxian/figures/items?year={YEAR}",
        "figure-records": f"/shaxian/figures/items/records?year={YEAR}",
        "report-nanhai": f"/nanhai/reports/{YEAR}",
    }.items():
        walk.look_at(name, path)
    walk.sign_in("shaxian.officer")
    office = office_report(walk)
    for name, path in {
        "office-reports": "/office/reports",
        "office-report": office,
        "office-report-number": f"{office}/numbers/items:total",
        "office-figures": f"/office/figures?year={YEAR}",
        "office-figure": f"/office/figures/board?year={YEAR}",
        "office-readings": "/office/readings",
        "office-reading-new": "/office/readings/new",
        "office-assessment": "/office/assessment",
    }.items():
        walk.look_at(name, path)
    assert walk.found == []
