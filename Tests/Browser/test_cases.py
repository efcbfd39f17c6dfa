"""What the public asks: a request filed without scripts, followed with its code, answered, and withdrawn."""

import os
import re
import struct
import time
import zlib

from selenium.webdriver.common.by import By

from test_accessibility import violations_everywhere, violations_here
from walk import Walk

PERSON = {
    "kind": "natural",
    "name": "张测试",
    "identity": "999999199001010016",
    "telephone": "000-1234567",
}
REQUEST = {
    "description": "石桥县2023年危险化学品企业安全检查计划",
    "medium": "electronic",
    "delivery": "online",
}
DIGITS = "零一二三四五六七八九"


def answer_question(walk):
    """What a person does: reads the sum and writes it down."""
    first, second = re.search(r"([一二三四五六七八九])加([一二三四五六七八九])等于几", walk.text).groups()
    walk.fill("sum", str(DIGITS.index(first) + DIGITS.index(second)))


def png():
    """The smallest picture: one grey point."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")


def picture(walk, name):
    """Keeps what the page looks like, wide and narrow, where somebody asked for it."""
    folder = os.environ.get("TEST_PICTURES")
    for width in (360, 1280) if folder else ():
        walk.browser.set_window_size(width, 1400)
        height = walk.browser.execute_script("return document.documentElement.scrollHeight")
        walk.browser.set_window_size(width, min(height + 100, 6000))
        walk.browser.save_screenshot(f"{folder}/{name}-{width}.png")
    walk.browser.set_window_size(1280, 1400)


def violations_at_both_widths(walk):
    found = []
    for width in (360, 1280):
        walk.browser.set_window_size(width, 1400)
        found += violations_here(walk)
        wide = walk.browser.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
        if wide > 0:
            found.append(f"{walk.path}: {wide} px wider than a window of {width}")
    walk.browser.set_window_size(1280, 1400)
    return found


def test_a_request_is_filed_and_followed(browser, site):
    walk = Walk(browser, site)
    found = violations_everywhere(walk, "/shiqiao/ask", "/shiqiao/ask/request", "/shiqiao/ask/tip", "/shiqiao/cases")

    # From the home page to the form; something is forgotten, and nothing typed is lost.
    walk.open("/shiqiao")
    walk.follow("提诉求")
    picture(walk, "ask")
    walk.follow("政府信息公开申请")
    assert not browser.find_elements(By.TAG_NAME, "script")
    typed = PERSON | REQUEST
    for key, value in typed.items():
        walk.fill(key, value)
    walk.press("先查一查")
    assert "没有找到已经公开的相近信息" in walk.text
    answer_question(walk)
    walk.press("提交")
    assert "请勾选同意" in walk.text
    found += violations_at_both_widths(walk)
    picture(walk, "form-with-mistake")
    for key, value in typed.items():
        assert walk.value(key) == value, key
    walk.fill("consent", "yes")
    time.sleep(3.2)
    walk.press("提交")

    # The receipt: number, code, the explained day, and a file.
    assert "已收到，编号" in walk.text, walk.text
    found += violations_at_both_widths(walk)
    picture(walk, "receipt")
    code = browser.find_element(By.TAG_NAME, "code").text
    assert re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){2}", code)
    assert "张测试" not in browser.page_source
    file = site.folder / "说明.png"
    file.write_bytes(png())
    walk.fill("file", str(file))
    walk.press("上传文件")
    assert "文件已加密保存" in walk.text, walk.text
    assert "说明.png" in walk.text

    # Another day, another browser: a wrong contact opens nothing, the right one does.
    browser.delete_all_cookies()
    walk.open("/shiqiao/cases")
    walk.fill("code", code)
    walk.fill("contact", "000-7654321")
    walk.press("查询")
    assert "没有查到" in walk.error_beside("code"), walk.text
    found += violations_at_both_widths(walk)
    walk.fill("contact", PERSON["telephone"])
    walk.press("查询")
    assert "待确认" in walk.text and "如何计算" in walk.text, walk.text
    found += violations_at_both_widths(walk)
    picture(walk, "case")
    walk.fill("message", "请问什么时候确认？")
    walk.press("发送留言")
    assert "留言已送到本机关" in walk.text and "请问什么时候确认？" in walk.text
    walk.fill("reason", "已经在别处找到")
    walk.press("撤回")
    assert "已撤回" in walk.text and "已经结束" in walk.text, walk.text
    assert "还要与您确认" not in walk.text
    found += violations_at_both_widths(walk)
    picture(walk, "withdrawn")
    assert found == []


def test_a_tip_needs_no_name(browser, site):
    walk = Walk(browser, site)
    walk.open("/shiqiao/ask/tip")
    assert "可以不留姓名和联系方式" in walk.text
    picture(walk, "tip")
    typed = {"subject": "石桥县虚构化工有限公司", "region": "人民路2号", "sort": "hazard", "description": "没有报警装置"}
    for key, value in typed.items():
        walk.fill(key, value)
    walk.fill("consent", "yes")
    answer_question(walk)
    time.sleep(3.2)
    walk.press("提交")
    code = browser.find_element(By.TAG_NAME, "code").text
    walk.open("/en/shiqiao/cases")
    walk.fill("code", code.lower())
    walk.press("Open")
    assert "To be accepted" in walk.text, walk.text
    assert violations_at_both_widths(walk) == []
