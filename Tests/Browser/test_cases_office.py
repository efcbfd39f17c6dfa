"""Cases on both sides of the counter, in browsers that run no scripts: from the applicant's form to the letter that
answers it, the fee of a heavy applicant, and orders of the hotline from a table."""

import csv
import io
import re

from selenium.webdriver.common.by import By

from case_walk import walk  # noqa: F401
from test_cases import PERSON, REQUEST, png
from walk import day

PRESENT = "部分公开：检查计划的正文附后，其中涉及商业秘密的装置参数不予公开。"


def test_a_request_from_the_form_to_the_partial_release(walk, site, browser):
    # The applicant files it and adds a file.
    code = walk.ask("request", PERSON | REQUEST)
    number = re.search(r"〔\d{4}〕依申请\d+号", walk.text).group()
    file = site.folder / "营业执照.png"
    file.write_bytes(png())
    walk.fill("file", str(file))
    walk.press("上传文件")
    assert "文件已加密保存" in walk.text, walk.text

    # The officer finds it on the desk, opens the file, confirms, and asks for clarification.
    walk.sign_in("officer")
    assert number in walk.text
    walk.look("desk")
    walk.follow(number)
    case = walk.path.split("#")[0]
    assert "待确认" in walk.text and "张测试" not in browser.page_source
    name, content = walk.saved("打开材料")
    assert name.name == "营业执照.png" and content.startswith(b"\x89PNG"), name
    walk.press("查看申请人")
    assert "张测试" in walk.text and PERSON["identity"] in walk.text
    walk.look("office-applicant-zh")
    walk.open(case)
    walk.record_well("confirm", "确认申请")
    walk.look_at("office-in-hand", case)
    walk.open(case)
    walk.record("clarify", "通知补正", reason="", on="2001-01-01")
    assert "日期不能早于收到日期" in walk.error_beside("clarify_on"), walk.text
    walk.fill("clarify_on", day(0))
    walk.fill("clarify_reason", "请写明需要哪一类企业的检查计划。")
    walk.press("通知补正")
    assert "待补正" in walk.text and "等申请人办理" in walk.text, walk.text
    walk.look_at("office-clarifying", case)

    # The applicant reads what is missing and says it.
    walk.look_at_case("portal-clarifying", code)
    assert "请写明需要哪一类企业" in walk.text
    walk.press("回复：通知补正")
    assert "请填写" in walk.error_beside("answer"), walk.text
    walk.look("portal-mistake-zh")
    walk.fill("answer", "危险化学品生产企业。\n不含经营企业。")
    walk.press("回复：通知补正")
    assert "已提交，本机关会看到" in walk.text and "办理中" in walk.text, walk.text

    # A third party is asked and objects; there is more to search than time, and an approver grants more.
    walk.sign_in("officer")
    walk.open(case)
    assert "不含经营企业" in walk.text
    walk.record_well("consult-third", "征求第三方意见", party="石桥县虚构化工有限公司", reason="检查计划载有该公司的装置参数。")
    walk.look_at("office-consulting", case)
    walk.open_case(code)
    assert "征求意见中" in walk.text and "等其他单位答复" in walk.text, walk.text
    assert "虚构化工有限公司" not in walk.text, "who else is asked is not the applicant's to know"
    walk.look("portal-consulting-zh")
    walk.sign_in("officer")
    walk.open(case)
    walk.record_well("third-answered", "第三方答复", result="objects", note="参数属于商业秘密，理由成立。")
    before = walk.due()
    walk.record_well("ask-extension", "提请延期", days="5", reason="检查计划分散在三个科室，需要汇总。")
    walk.sign_in("approver")
    assert number in walk.text and "决定延期" in walk.text, walk.text
    walk.open(case)
    walk.look_at("office-granting", case)
    walk.open(case)
    walk.record_well("extend", "同意延期")
    assert walk.due() > before

    # The reply: the grounds are forgotten first, and nothing is lost; then it is signed.
    walk.sign_in("officer")
    walk.open(case)
    walk.record("propose", "拟定答复", outcome="partial", answer=PRESENT)
    assert "其余部分不公开的理由" in walk.text, walk.text
    assert walk.value("propose_answer") == PRESENT and walk.value("propose_outcome") == "partial"
    walk.look("office-mistake-zh")
    walk.fill("propose_grounds", "refuse-third")
    walk.press("拟定答复")
    assert "等签发领导办理" in walk.text, walk.text
    walk.open_case(code)
    assert PRESENT not in browser.page_source, "what is not signed is not said"
    walk.sign_in("approver")
    walk.look_at("office-signing", case)
    walk.open(case)
    walk.record_well("sign", "签发答复")
    assert "已答复" in walk.text
    walk.sign_in("officer")
    walk.look_at("office-replied", case)
    walk.open(case)
    walk.press("打开文书")
    assert PRESENT in walk.text and "张测试" in walk.text, walk.text
    walk.look("letter-zh")

    # The applicant reads the answer, the letter, the day and how it was counted.
    walk.look_at_case("portal-replied", code)
    walk.unfold("如何计算")
    for words in ("部分公开", "保护第三方合法权益", PRESENT, "行政复议", "如何计算", "延长", "测试approver", "不含经营企业"):
        assert words in walk.text, f"{words}:\n{walk.text}"
    walk.open_case(code)
    walk.unfold("文书：")
    assert re.search(r"张测试：", walk.text), walk.text
    assert walk.found == []


def test_the_thirty_first_request_of_a_month_is_paid_for(walk, browser):
    walk.sign_in("officer")
    address = "/office/cases/new/request"
    walk.look_at("intake-choice", "/office/cases/new")
    walk.look_at("intake", address)
    walk.open(address)
    received = day(-10)
    typed = {
        "channel": "post", "received-on": received, "description": "石桥县安全检查计划第{}批", "medium": "paper",
        "delivery": "mail", "applicant-kind": "natural", "name": PERSON["name"], "identity": PERSON["identity"],
        "telephone": PERSON["telephone"],
    }
    for count in range(1, 31):
        status, text = walk.send(address, typed | {"description": typed["description"].format(count)})
        assert status == 200 and "已登记" in text, text

    # The thirty-first, by hand.
    for key, value in (typed | {"description": typed["description"].format(31)}).items():
        walk.fill(key, value)
    walk.press("登记办件")
    assert "31号" in walk.text and "同一申请人的其他办件" in walk.text, walk.text
    walk.look("intake-done-zh")
    code = browser.find_element(By.TAG_NAME, "code").text
    walk.press("打开办件")
    case = walk.path
    first_due = walk.due()
    walk.unfold("通知缴费")
    assert "本月已有31件申请（含本件）" in walk.text and "应收200元" in walk.text, walk.text
    walk.record_well("notice-fee", "通知缴费", items="1", amount="200", on=day(-3))
    assert "待缴费" in walk.text and "等申请人办理" in walk.text, walk.text
    walk.look_at("office-fee", case)
    walk.look_at_case("portal-fee", code)
    assert "待缴费，等您办理" in walk.text and "200元" in walk.text, walk.text
    assert "已逾期" not in walk.text, "that nobody had to be asked for clarification makes nothing late"
    walk.unfold("文书：")

    # With the payment the time begins anew, as for what came that day.
    walk.sign_in("officer")
    walk.open(case)
    walk.record_well("paid", "已缴费")
    assert "办理中" in walk.text
    paid_due = walk.due()
    assert paid_due > first_due
    walk.look_at("office-paid", case)
    walk.open(address)
    _, text = walk.send(address, typed | {"received-on": day(0), "description": "另一件"})
    walk.open(re.search(r'class="button" href="(/office/cases/\w+)"', text).group(1))
    assert walk.due() == paid_due
    walk.look_at("list", "/office/cases")
    assert walk.found == []


def table(count):
    """Orders of a hotline, of which every fiftieth is wrong, each in one of four ways."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(["工单号", "收到日期", "姓名", "电话", "诉求标题", "诉求内容", "诉求类别", "处理人"])
    for number in range(1, count + 1):
        line = [f"GD{number}", day(0), "王某", f"000-{number:07}", f"路口{number}号", f"第{number}件：灯不亮，\"很久\"了", "咨询", "甲"]
        if number % 50 == 0:
            place, wrong = [(1, "三月四日"), (6, "不知道"), (0, "GD1"), (4, "")][number // 50 % 4]
            line[place] = wrong
        writer.writerow(line)
    return sheet.getvalue().encode()


def test_a_thousand_orders_of_the_hotline_with_twenty_bad_lines(walk, site):
    file = site.folder / "工单.csv"
    file.write_bytes(table(1_000))
    walk.sign_in("officer")
    walk.look_at("import", "/office/cases/import")
    walk.open("/office/cases")
    walk.press("导入热线工单")
    walk.press("导入")
    assert "请选择文件" in walk.error_beside("orders"), walk.text
    walk.fill("orders", str(file))
    walk.press("导入")
    assert "已登记 980 件，此前已有 0 件，未导入 20 行" in walk.text, walk.text
    assert "未使用的列：处理人" in walk.text
    walk.look("import-done-zh")

    name, content = walk.saved("下载未导入的行")
    assert name.name == "not-imported.csv" and content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [int(row["行号"]) for row in rows] == [number + 1 for number in range(50, 1_001, 50)]
    reasons = "".join(row["原因"] for row in rows)
    for words in ("「三月四日」不是日期", "诉求类别", "工单号「GD1」在文件中重复", "请填写「诉求标题」"):
        assert reasons.count(words) == 5, f"{words}: {reasons}"
    assert site.sql("SELECT count(*) FROM case_file") == ["980"]
    walk.open("/office/cases?kind=hotline")
    assert re.search(r"在办\s*980", walk.text), walk.text
    walk.look_at("list-hotline", "/office/cases?kind=hotline")

    # Mended, the sheet goes in as it is; nothing is doubled.
    mended = site.folder / "更正.csv"
    with open(mended, "w", newline="", encoding="utf-8") as sheet:
        writer = csv.DictWriter(sheet, rows[0])
        writer.writeheader()
        for row in rows:
            right = {"工单号": f"GD{int(row['行号']) - 1}", "收到日期": day(0), "诉求标题": "路口", "诉求类别": "求助"}
            writer.writerow(row | right)
    for taken, known in ((20, 0), (0, 20)):
        walk.open("/office/cases/import")
        walk.fill("orders", str(mended))
        walk.press("导入")
        assert f"已登记 {taken} 件，此前已有 {known} 件，未导入 0 行" in walk.text, walk.text
    assert walk.found == []
