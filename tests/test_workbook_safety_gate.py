"""Nothing is published that could run, load or give away anything."""

import json

import pytest

from bpo_lib.workbook.html import esc
from bpo_lib.workbook.report import POLICY
from bpo_lib.workbook.safety_gate import UnsafePageError, account_name, check_page, without_local_paths

HEAD = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>t</title>'


def page(body, head=HEAD):
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def refused(body, words, **options):
    with pytest.raises(UnsafePageError, match=words):
        check_page(page(body), **options)


def test_a_plain_page_with_a_chart_passes():
    chart = '<svg viewBox="0 0 1 1" role="img"><g transform="translate(1,1)"><path d="M0 0"></path></g></svg>'
    check_page(page(f'<h1 id="a">A &amp; B</h1><p><a href="#a">up</a> a &lt; b</p>{chart}<br>'))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<script>alert(1)</script>", "a <script> element"),
        ('<p onclick="alert(1)">x</p>', "'onclick' attribute"),
        ('<svg onload="alert(1)"></svg>', "'onload' attribute"),
        ('<a href="javascript:alert(1)">x</a>', "a link to 'javascript:"),
        ('<a href="https://evil.example">x</a>', "a link to 'https:"),
        ('<img src="https://evil.example/x.png" alt="">', "a source outside the page"),
        ('<img src="data:text/html;base64,AA" alt="">', "a source outside the page"),
        ('<img srcset="x" alt="">', "'srcset' attribute"),
        ("<iframe></iframe>", "<iframe>"),
        ("<object></object>", "<object>"),
        ("<form></form>", "<form>"),
        ('<base href="x">', "<base>"),
        ('<meta http-equiv="refresh" content="0;url=x">', "<meta> of kind 'refresh'"),
        ("<svg><foreignobject></foreignobject></svg>", "<foreignobject>"),
        ("<svg><style><img src=x onerror=alert(1)></style></svg>", "'<' in a style"),
        ("<style>p{background:url(https://evil.example)}</style>", r"'url\(' in a style"),
        ('<p style="background:url(//evil.example)">x</p>', r"'url\(' in a style"),
        ("<style>@import 'x'</style>", "'@import' in a style"),
        ("<style>p{background:u\\72l(x)}</style>", "in a style"),
        ("<!-- x -->", "a comment"),
        ("<p>1 < 2</p>", "an unescaped '<'"),
        ("<p>x", "a misplaced </body>"),
        ('<p id="a">x</p><p id="a">y</p>', "the id 'a' twice"),
        ("<p>made in /home/ann/clients</p>", "a path of this computer"),
        ("<p>C:\\Users\\ann\\x.xlsx</p>", "a path of this computer"),
        ('<p title="/tmp/ipykernel_1/x.py">x</p>', "a path of this computer"),
    ],
)
def test_danger_is_refused_by_name(body, words):
    refused(body, words)


def test_a_page_without_a_policy_is_refused():
    with pytest.raises(UnsafePageError, match="no content security policy"):
        check_page(page("<p>x</p>", head="<title>t</title>"))


def test_a_page_that_lets_scripts_run_is_refused():
    head = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
    with pytest.raises(UnsafePageError, match="a loose content security policy"):
        check_page(page("<p>x</p>", head=head))


def test_the_account_name_is_refused_as_a_word_but_not_within_one():
    refused("<p>run by hannah today</p>", "the account name", private=["hannah"])
    check_page(page("<p>planning</p>"), private=["ann"])


def test_an_account_that_many_share_is_no_secret(monkeypatch):
    for name, private in (("root", ""), ("al", ""), ("hannah", "hannah")):
        monkeypatch.setattr("getpass.getuser", lambda name=name: name)
        assert account_name() == private


def test_links_to_pages_beside_are_for_the_overview_only():
    link = '<a href="acme/base/report.html">Acme</a>'
    check_page(page(link), links="beside")
    refused(link, "a link to")
    refused('<a href="../../etc/x.html">x</a>', "a link to", links="beside")


def test_paths_in_messages_are_shortened_to_their_last_part():
    assert without_local_paths("no file /home/ann/a/volumes.csv here") == "no file volumes.csv here"
    assert without_local_paths("EUR/call, 1/2, and/or") == "EUR/call, 1/2, and/or"


def test_hostile_text_passes_once_it_is_escaped_and_only_then(shared):
    strings = json.loads(shared("hostile/strings.json").read_text(encoding="utf-8"))["strings"]
    for text in strings:
        if "C:\\" in text:
            continue
        check_page(page(f'<p title="{esc(text)}">{esc(text)}</p>'))
    refused(f"<p>{strings[0]}</p>", "<script>")
