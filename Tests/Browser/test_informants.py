"""A report of a danger with a name: its officer can see it, and nobody else, on any page there is (安全生产法 art 73)."""

import collections
import re

from case_walk import walk  # noqa: F401
from test_cases import png

TIP = {
    "name": "李举报", "telephone": "000-1234567", "email": "informant@example.com", "subject": "石桥县虚构化工有限公司",
    "region": "人民路2号", "sort": "hazard", "description": "储罐区没有可燃气体报警装置",
}
SECRETS = [TIP["name"], TIP["telephone"], TIP["email"]]
OTHERS = ["colleague", "officer", "approver", "legal", "editor", "secrecy", "admin", "auditor"]
# Pages that repeat the catalogue.
SAME = re.compile(r"/office/(duties/|items/new\?|style-guide)")


def pages(walk, *starts):
    """Every page that a person is led to from these, with its text; of a list that goes on, a few; forms are not sent."""
    found, ahead, shapes = {}, list(starts), collections.Counter()
    while ahead:
        path = ahead.pop()
        shape = re.sub(r"=[^&]*", "", path)
        if path in found or shapes[shape] == 4:
            continue
        shapes[shape] += 1
        status, found[path] = walk.send(path)
        assert status in (200, 403, 404), f"{path}: {status}"
        for link in re.findall(r'href="(/[^"#]*)', found[path]):
            link = link.replace("&amp;", "&")
            if re.match(r"(/en)?/office", link) and not SAME.search(link):
                ahead.append(link)
    return found


def leaks(texts):
    return [f"{path}: {secret}" for path, text in texts.items() for secret in SECRETS if secret in text]


def test_the_informant_is_known_to_the_officer_alone(walk, site, browser):
    for login in ("inspecting", "colleague"):
        site.add_person(login, "case-officer")
    walk.look_at("tip", "/shiqiao/ask/tip")
    code = walk.ask("tip", TIP)
    file = site.folder / f"{TIP['name']}拍摄.png"
    file.write_bytes(png())
    walk.fill("file", str(file))
    walk.press("上传文件")
    assert "文件已加密保存" in walk.text, walk.text
    walk.open_case(code)
    assert TIP["name"] not in browser.page_source.replace(file.name, ""), "whoever looks over the shoulder"

    # The disclosure officer gives it to one of the case officers, without seeing who reported.
    walk.sign_in("officer")
    walk.open("/office/cases?kind=tip")
    walk.follow("举报1号")
    case = walk.path.split("#")[0]
    walk.look_at("tip-unassigned", case)
    walk.open(case)
    walk.unfold("分办")
    walk.fill("officer", "测试inspecting")
    walk.press("分办")

    # That officer sees who it was, once and written down, and handles it.
    walk.sign_in("inspecting")
    walk.look_at("tip-officer", case)
    walk.open(case)
    assert re.search(r"还剩 \d+ 天", walk.text) and "个工作日" not in walk.text, "the measures count calendar days"
    assert TIP["name"] not in browser.page_source.replace(file.name, "") and TIP["description"] in walk.text
    walk.press("查看申请人")
    assert TIP["name"] in walk.text and TIP["telephone"] in walk.text, walk.text
    walk.look("tip-informant-zh")
    walk.open(case)
    walk.record_well("accept", "受理")
    walk.record_well("verify", "核查记录", note="现场核查，两个储罐没有报警装置。")
    walk.record_well("propose", "拟定核查结论", outcome="verified", answer="情况属实，已责令限期整改。")
    walk.sign_in("approver")
    walk.look_at("tip-signing", case)
    walk.open(case)
    walk.record_well("sign", "签批核查结论")
    walk.sign_in("inspecting")
    walk.open(case)
    assert walk.send(f"{case}/applicant", {})[0] == 200

    # Nobody else, wherever they go, nor by sending what the officer's buttons send.
    starts = [f"{language}{path}" for language in ("", "/en") for path in
              ("/office", "/office/cases", "/office/cases?standing=closed", case, "/office/audit", "/office/due")]
    for login in OTHERS:
        walk.sign_in(login)
        texts = pages(walk, *starts)
        assert len(texts) > len(starts) / 2, login
        assert leaks(texts) == [], login
        walk.open("/office/account")
        for path in (f"{case}/applicant", f"{case}/letters/1", f"{case}/letters/6", "/office/audit/export"):
            status, text = walk.send(path, {})
            assert leaks({path: text}) == [], f"{login}: {path}"
            assert status in (403, 404) or path.endswith("export"), f"{login}: {path}: {status}"

    # Nor does the site keep it where somebody with the disk reads it.
    browser.delete_all_cookies()
    walk.open("/shiqiao")
    files = [each for each in site.folder.rglob("*") if each.is_file()]
    kept = {str(each): each.read_bytes().decode(errors="replace") for each in files}
    assert leaks(kept) == []
    assert walk.found == []
