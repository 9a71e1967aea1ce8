"""Tags on links: added once, at their place, and never in the way of what stands there."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.links import medium, slug, tagged, tagged_for
from planner.model.network import Network

TAGS = "utm_source=linkedin&utm_medium=social&utm_campaign=ete-2026"
PART = st.text("abcXYZ019-._~%/:@!$'()*+,;=éü日", max_size=12)
HOSTS = st.sampled_from(["a.example", "a.example:8443", "[::1]:80", "bücher.example", "me:pw@a.example", "日本.jp"])
LINKS = st.builds(
    lambda scheme, host, path, query, fragment: f"{scheme}://{host}{path}{query}{fragment}",
    st.sampled_from(["http", "https", "HTTPS"]),
    HOSTS,
    st.just("") | PART.map("/".__add__),
    st.just("") | st.lists(PART, max_size=3).map("&".join).map("?".__add__),
    st.just("") | PART.map("#".__add__),
)
OTHERS = [
    "",
    "a.example/x",
    "mailto:a@b.c",
    "javascript:alert(1)",
    "https://",
    "http:///x",
    "https://a b",
    "ftp://a.example",
]


@given(LINKS)
def test_tags_stand_after_the_query_and_all_else_is_kept(link: str) -> None:
    found = tagged(link, "linkedin", "Social", "Été 2026")
    before, _, after = found.partition(TAGS)
    assert after == link[len(link.partition("#")[0]) :]
    kept = link.partition("#")[0]
    assert before in (kept, f"{kept}?", f"{kept}&")
    own = parse_qsl(urlsplit(link).query, keep_blank_values=True)
    read = parse_qsl(urlsplit(found).query, keep_blank_values=True)
    assert read[-3:] == [("utm_source", "linkedin"), ("utm_medium", "social"), ("utm_campaign", "ete-2026")]
    assert [pair for pair in read[:-3] if pair != ("", "")] == [pair for pair in own if pair != ("", "")]


@given(LINKS)
def test_a_link_is_tagged_once(link: str) -> None:
    once = tagged(link, "x", "social", "spring")
    assert tagged(once, "other", "blog", "autumn") == once


@given(st.text(max_size=30) | st.sampled_from(OTHERS))
def test_what_is_no_web_address_stays_as_it_is(text: str) -> None:
    if not text.lower().startswith(("http://", "https://")) or text in OTHERS:
        assert tagged(text, "x", "social", "spring") == text


@pytest.mark.parametrize(
    "link",
    [
        "https://a.example/?utm_source=x",
        "https://a.example/?a=1&UTM_Campaign=x",
        "https://a.example/?a=1;utm_id=3#top",
        "https://a.example/?utm%5Fmedium=x",
        "https://a.example/#utm_source=x",
        "https://a.example/#/page?utm_source=x",
    ],
)
def test_a_link_that_has_tags_keeps_its_own(link: str) -> None:
    assert tagged(link, "x", "social", "spring") == link


def test_a_word_that_only_looks_like_a_tag_is_none() -> None:
    link = "https://a.example/utm_guide?q=my_utm_notes"
    assert tagged(link, "x", "social", "spring").startswith(f"{link}&utm_source=x&")


@pytest.mark.parametrize(
    "values", [("", "a", "b"), ("a", "", "b"), ("a", "b", ""), ("日本", "a", "b"), ("a", "b", "—")]
)
def test_without_a_value_there_are_no_tags(values: tuple[str, str, str]) -> None:
    assert tagged("https://a.example/", *values) == "https://a.example/"


@given(st.text(max_size=20))
def test_a_slug_is_lower_case_ascii(text: str) -> None:
    assert slug(text) == slug(slug(text))
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789_-")


def test_a_network_says_its_source_and_its_medium() -> None:
    linkedin = Network(name="Mon LinkedIn", key="linkedin", kind="rented")
    assert tagged_for("https://a.example/b#c", linkedin, "Été 2026") == f"https://a.example/b?{TAGS}#c"
    places = [("newsletter", "owned"), ("blog", "owned"), ("site", "owned"), ("forum", "rented"), ("", "owned")]
    media = ["newsletter", "blog", "website", "forum", "owned"]
    assert [medium(Network(name="x", key=key, kind=kind)) for key, kind in places] == media
    letter = Network(name="Ma Lettre", kind="owned")
    assert "utm_source=ma-lettre&" in tagged_for("https://a.example/", letter, "c")


def test_a_link_inside_the_own_site_and_one_without_a_campaign_stay_as_they_are() -> None:
    site = Network(name="Site", key="site", kind="owned", url="https://www.a.example")
    assert tagged_for("https://a.example/b", site, "c") == "https://a.example/b"
    assert "utm_" in tagged_for("https://shop.example/b", site, "c")
    assert tagged_for("https://shop.example/b", site, "") == "https://shop.example/b"
    assert tagged_for("https://shop.example/b", None, "c") == "https://shop.example/b"
