"""What is typed into the forms of cases survives the end of a session, and a restart of the program between the page
and the button."""

import re
import time

from selenium.webdriver.common.by import By

from case_walk import walk  # noqa: F401
from conftest import PASSWORD
from test_cases import PERSON, REQUEST, answer_question
from walk import day

LETTER = {
    "channel": "post", "received-on": day(0), "description": "石桥县2023年危险化学品企业安全检查计划\n及其附件", "medium": "paper",
    "delivery": "mail", "name": "张测试", "identity": PERSON["identity"], "telephone": PERSON["telephone"],
}


def fill_in(walk, typed):
    for key, value in typed.items():
        walk.fill(key, value)


def enter(walk):
    """A case from a letter; the answer is its address and its code."""
    walk.open("/office/cases/new/request")
    fill_in(walk, LETTER)
    walk.press("登记办件")
    code = walk.browser.find_element(By.TAG_NAME, "code").text
    walk.press("打开办件")
    return walk.path, code


def elsewhere(walk, *acts):
    """In another window of the same browser."""
    first = walk.browser.current_window_handle
    walk.browser.switch_to.new_window("tab")
    walk.run_no_scripts()
    for act in acts:
        act()
    walk.browser.close()
    walk.browser.switch_to.window(first)


def sign_out(walk):
    walk.open("/office")
    walk.press("退出登录")


def send_after_signing_in(walk, *words):
    """From the page of the door to the page of what was kept, and on to where it was going."""
    assert "您输入的内容没有丢失" in walk.text, walk.text
    walk.fill("login", "officer")
    walk.fill("password", PASSWORD)
    walk.press("登录")
    assert walk.path.startswith("/office/kept/"), walk.text
    for each in words:
        assert each in walk.text, f"{each}:\n{walk.text}"
    walk.look("kept-zh")
    walk.look_at("kept", walk.path.removeprefix("/en"))
    walk.open(walk.path.removeprefix("/en"))
    walk.press("现在提交")


def test_a_session_that_ends_takes_nothing_with_it(walk):
    walk.sign_in("officer")
    walk.open("/office/cases/new/request")
    fill_in(walk, LETTER)
    elsewhere(walk, lambda: sign_out(walk))
    walk.press("登记办件")
    send_after_signing_in(walk, "来件方式", "挂号信", "及其附件", "获取信息的形式", "纸质文件", "张测试", PERSON["identity"])
    assert "已登记" in walk.text and "查询码" in walk.text, walk.text
    walk.press("打开办件")
    case = walk.path

    walk.unfold("通知补正")
    walk.fill("clarify_reason", "请写明年度。\n并写明附件的名称。")
    elsewhere(walk, lambda: sign_out(walk))
    walk.press("通知补正")
    send_after_signing_in(walk, "理由", "并写明附件的名称。", "发生日期")
    assert walk.path == f"{case}?did=event" and "待补正" in walk.text, walk.text
    assert walk.found == []


def test_a_restart_between_page_and_button_takes_nothing_with_it(walk, site, browser):
    walk.sign_in("officer")
    case, _ = enter(walk)
    other, code = enter(walk)
    walk.record_well("clarify", "通知补正", reason="请写明年度。")
    first = browser.current_window_handle

    def typing(path, typed, unfolded=None):
        browser.switch_to.new_window("tab")
        walk.run_no_scripts()
        walk.open(path)
        if unfolded:
            walk.unfold(unfolded)
        fill_in(walk, typed)
        return browser.current_window_handle

    intake = typing("/office/cases/new/request", LETTER)
    event = typing(case, {"propose_outcome": "open-given", "propose_answer": "检查计划附后。\n共三页。"}, "拟定答复")
    correction = typing("/shiqiao/cases", {"code": code, "contact": PERSON["telephone"]})
    walk.press("查询")
    walk.fill("answer", "2023年度。\n含附件。")
    filing = typing("/shiqiao/ask/request", PERSON | REQUEST | {"consent": "yes"})
    answer_question(walk)
    time.sleep(3.2)

    site.stop()
    site.start()

    def sent(window, button, *words):
        browser.switch_to.window(window)
        walk.press(button)
        for each in words:
            assert each in walk.text, f"{each}:\n{walk.text}"
        browser.close()

    sent(intake, "登记办件", "已登记", "查询码")
    sent(event, "拟定答复", "待签发", "共三页。")
    sent(correction, "回复：通知补正", "已提交，本机关会看到", "含附件。")
    sent(filing, "提交", "已收到，编号")
    browser.switch_to.window(first)
    walk.open(other)
    assert "含附件。" in walk.text and "办理中" in walk.text, walk.text
    walk.open("/office/cases")
    assert len(re.findall(r"依申请\d+号", walk.text)) == 4, walk.text
