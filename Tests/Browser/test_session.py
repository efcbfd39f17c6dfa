"""A session ends while somebody types: nothing is lost, and it is sent once."""

import hashlib
import hmac
import re
import struct
import time
import base64

from selenium.webdriver.common.by import By

from conftest import PASSWORD
from walk import Walk

NEWS = {"title": "石桥县召开防汛会商会", "formed-on": "2024-03-01", "disclosure": "proactive", "kind": "work",
        "text": "会议通报了汛期安全生产形势。\n各镇作了汇报。"}


def test_what_was_typed_is_sent_after_signing_in_again(browser, site):
    walk = Walk(browser, site)
    walk.sign_in("editor")
    walk.open("/office/items/new?duty=NEWS")
    for key, value in NEWS.items():
        walk.fill(key, value)
    first = browser.current_window_handle

    # In another window of the same browser the session ends.
    browser.switch_to.new_window("tab")
    walk.open("/office")
    walk.press("退出登录")
    browser.close()
    browser.switch_to.window(first)

    walk.press("保存草稿")
    assert walk.path.startswith("/office/sign-in"), walk.text
    assert "您输入的内容没有丢失" in walk.text
    walk.fill("login", "editor")
    walk.fill("password", PASSWORD)
    walk.press("登录")
    assert walk.path.startswith("/office/kept/"), walk.text
    assert NEWS["title"] in walk.text and "各镇作了汇报" in walk.text
    walk.press("现在提交")
    assert re.match(r"/office/items/\w{26}", walk.path), walk.text
    assert NEWS["title"] in walk.text and "各镇作了汇报。" in walk.text

    # Going back and pressing again does not do it twice.
    browser.back()
    walk.press("现在提交")
    assert "已经提交过" in walk.text


def code(key):
    """The six digits of an authenticator (RFC 6238), computed on its own."""
    secret = base64.b32decode(key)
    mac = hmac.new(secret, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    offset = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def test_a_second_factor_from_the_first_code_to_the_recovery_code(browser, site):
    walk = Walk(browser, site)
    walk.sign_in("legal")
    walk.open("/office/account")
    walk.press("启用动态口令")
    walk.press("开始设置")
    key = browser.find_element(By.TAG_NAME, "code").text.replace(" ", "")
    walk.fill("code", code(key))
    walk.press("启用动态口令")
    recovery = [each.text for each in browser.find_elements(By.CSS_SELECTOR, "li code")]
    assert len(recovery) == 8, walk.text
    walk.press("抄好了")
    assert "已启用" in walk.text

    browser.delete_all_cookies()
    walk.open("/office/items")
    walk.fill("login", "legal")
    walk.fill("password", PASSWORD)
    walk.press("登录")
    assert walk.path.startswith("/office/sign-in/code"), walk.text
    walk.fill("code", "000000")
    walk.press("继续登录")
    assert "口令不正确" in walk.error_beside("code")
    walk.fill("code", recovery[0])
    walk.press("继续登录")
    assert walk.path == "/office/items", walk.text

    # For the walks that follow: off again, with the next code of the authenticator.
    time.sleep(31 - int(time.time()) % 30)
    walk.open("/office/account/second-factor")
    walk.fill("code", code(key))
    walk.press("关闭动态口令")
    assert "动态口令已关闭" in walk.text
