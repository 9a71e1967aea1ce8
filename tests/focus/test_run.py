"""The loop: what it leaves out, what it remembers, and what must hold on any text."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.focus import run
from planner.focus.checks.networks.too_many_networks import spread
from planner.focus.judged import JudgedCalendar, JudgedPost
from planner.focus.memory import Memory
from planner.focus.register import names
from planner.focus.text.genericness import DEFAULT_LIMIT
from planner.model.terms import LANGUAGES
from tests.focus import build
from tests.focus.examples import buzz, generic, off_target, pushy
from tests.focus.judging import findings_on

if TYPE_CHECKING:
    from planner.focus.check import Finding
    from planner.focus.text.draft import Draft
    from planner.model.post import Post

GOOD = f"{generic.PASSES['fr'][0]} Que dit la vôtre ?"
"""So precise that it can only make a calendar's own limit stricter, whatever the other posts are."""

NASTY = (
    "", " ", "\n\n\n", "[/foo]", "[@click=app.quit]", "{}", "{0}", "%s", "\u202eabc", "e\u0301" * 40,
    "👩‍👩‍👧‍👦" * 30, "#" * 50, "@" * 50, "!" * 200, "((((" * 50, "a" * 5_000, "https://" * 40, ". " * 300,
    "\u00a0?\u202f!", "İ" * 30, "ﬁ" * 20, "ß" * 30, "«" * 20, "1." * 100, "\ufeffBonjour", "x\tx" * 20,
    "\u0345" * 20,
)  # fmt: skip
letters = st.text(max_size=400) | st.sampled_from(NASTY)
sentences = st.sampled_from([*generic.FIRES["fr"], *generic.PASSES["fr"], *buzz.FIRES["fr"], *off_target.FIRES["fr"]])


def _of(found: list[Finding], post: int) -> list[Finding]:
    return [finding for finding in found if finding.post == post]


@settings(max_examples=150, deadline=None)
@given(title=letters, body=letters, language=st.sampled_from(LANGUAGES), network=st.sampled_from(build.NETWORKS))
def test_no_text_is_refused_and_spans_lie_in_the_text(title: str, body: str, language: str, network: str) -> None:
    post = build.post(body, title=title, network=network, need_id=None, status="ready")
    for finding in findings_on(post, language):
        for span in finding.spans:
            text = title if span.field == "title" else body
            assert 0 <= span.start <= span.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(one=sentences, other=sentences, gap=st.text(alphabet=" \n.!?e\u0301#@", max_size=8))
def test_spans_lie_in_texts_that_fire(one: str, other: str, gap: str) -> None:
    post = build.post(one + gap + other, title=gap + other)
    for finding in findings_on(post, "fr"):
        assert finding.spans
        for span in finding.spans:
            assert 0 <= span.start < span.end <= len(post.title if span.field == "title" else post.body)


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(sentences, min_size=1, max_size=9))
def test_a_good_post_never_removes_what_was_said_of_another(texts: list[str]) -> None:
    posts = [build.post(text, day=build.TODAY) for text in texts]
    before = run.findings(build.calendar(posts=posts), build.TODAY)
    added = [*posts, build.post(GOOD, day=build.TODAY)]
    after = run.findings(build.calendar(posts=added), build.TODAY)
    assert not _of(after, len(added))
    for number in range(1, len(posts) + 1):
        kept = {(finding.check, finding.severity) for finding in _of(after, number)}
        for finding in _of(before, number):
            worse = (finding.check, "warning")
            assert (finding.check, finding.severity) in kept or worse in kept


@pytest.mark.parametrize("status", ["published", "dropped"])
def test_what_is_past_is_not_judged_but_sets_the_limit(status: str) -> None:
    past = [build.post(GOOD, status=status, day=build.TODAY - timedelta(days=day)) for day in range(8)]
    calendar = build.calendar(posts=past)
    assert run.judged_calendar(calendar, build.TODAY).limits.latest < DEFAULT_LIMIT
    assert not [finding for finding in run.findings(calendar, build.TODAY) if finding.post]
    assert not findings_on(build.post(generic.FIRES["fr"][0], status=status), "fr")


def test_who_usually_writes_precisely_is_told_sooner() -> None:
    thin = (
        "Reminding a client takes tact. Ring first, write after that, and stay firm on dates. The right "
        "tone avoids many conflicts along the way."
    )
    precise = [build.post(text, status="published") for text in generic.PASSES["en"][:3] * 3]
    alone = run.findings(build.calendar("en", [build.post(thin)]), build.TODAY)
    among = run.findings(build.calendar("en", [build.post(thin), *precise]), build.TODAY)
    assert [found.message for found in _of(alone, 1) if found.check == "generic"] == ["thin"]
    assert [(found.message, found.severity) for found in _of(among, 1) if found.check == "generic"] == [
        ("own", "warning")
    ]


@pytest.mark.parametrize("check", names())
def test_a_check_switched_off_in_the_brief_is_silent(check: str) -> None:
    posts = [build.post(text, need_id=None, network="x") for text in (*pushy.FIRES["fr"], *generic.FIRES["fr"])]
    calendar = build.calendar(posts=posts, brief_fields={"checks_off": [check]})
    assert check not in {finding.check for finding in run.findings(calendar, build.TODAY)}


def test_an_idea_without_a_text_is_left_alone() -> None:
    assert not findings_on(build.post(title="Retenue", status="idea", need_id=None), "fr")


def test_off_target_is_silent_where_the_writing_says_nothing() -> None:
    found = findings_on(generic.FIRES["fr"][1], "fr")
    assert [finding.check for finding in found if finding.check in ("generic", "off-target")] == ["generic"]


def test_off_target_speaks_beside_a_wrong_reader_only_by_the_share() -> None:
    nurses = (
        "Infirmières libérales : un chantier chez vous ? Demandez le devis, l'acompte, la facture, la "
        "réception des réserves, la retenue de garantie, le décompte, la relance, la mise en demeure et le "
        "solde au maître d'œuvre."
    )
    assert {finding.check for finding in findings_on(nurses, "fr")} & {"wrong-reader", "off-target"} == {"wrong-reader"}


def test_a_text_in_another_language_than_the_brief_is_not_compared_with_it() -> None:
    found = findings_on(off_target.FIRES["en"][0], "fr")
    assert not [finding for finding in found if finding.check in ("off-target", "off-limits", "wrong-reader")]


def test_memory_gives_the_same_findings_and_reads_nothing_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [*generic.FIRES["fr"], *off_target.FIRES["fr"]]
    calendar = build.calendar(posts=[build.post(text) for text in texts])
    memory = Memory()
    first = run.findings(calendar, build.TODAY, memory)
    read: list[Post] = []
    drafted = JudgedCalendar.draft

    def watched(judged: JudgedCalendar, post: Post) -> Draft:
        read.append(post)
        return drafted(judged, post)

    monkeypatch.setattr(JudgedCalendar, "draft", watched)
    assert run.findings(calendar, build.TODAY, memory) == first
    assert not read
    calendar.posts[2].body = generic.PASSES["fr"][0]
    changed = run.findings(calendar, build.TODAY, memory)
    assert {post.id for post in read} == {3}
    assert changed == run.findings(calendar, build.TODAY)


def test_memory_forgets_when_the_brief_changes() -> None:
    memory = Memory()
    post = build.post(off_target.FIRES["fr"][0])
    run.findings(build.calendar(posts=[post]), build.TODAY, memory)
    baker = build.calendar(posts=[post], brief_fields={"words": ["pâte", "farine", "seigle", "levain", "miche"]})
    assert run.findings(baker, build.TODAY, memory) == run.findings(baker, build.TODAY)


@pytest.mark.parametrize(
    ("counts", "networks"), [([], 0), ([5], 1), ([10, 1], 1), ([5, 5], 2), ([6, 4, 3, 2], 4), ([9, 1, 1], 2)]
)
def test_networks_are_weighed_by_their_posts(counts: list[int], networks: int) -> None:
    assert spread(counts) == networks


def test_a_phrase_is_shown_in_whole_words() -> None:
    calendar = run.judged_calendar(build.calendar(), build.TODAY)
    post = build.post(buzz.FIRES["fr"][0])
    judged = JudgedPost(calendar, post, calendar.draft(post), None)
    for hit in judged.buzz:
        words, span = judged.phrase(hit.span)
        assert words == post.body[span.start : span.end]
        assert words[0].isalnum()
        assert not post.body[span.end : span.end + 1].isalnum()


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        (
            "À 21 h : lentilles, œuf, huile de colza. À 1 h 30 : soupe épaisse, une tranche de pain complet.",
            False,
        ),
        (
            "À 21 h, un complément alimentaire avant la soupe, et le chantier reprend à 1 h 30 sans sieste.",
            True,
        ),
    ],
)
def test_words_that_only_resemble_a_topic_are_not_it(text: str, speaks: bool) -> None:
    calendar = build.calendar(posts=[build.post(text)], brief_fields={"dont": ["compléments alimentaires"]})
    found = run.findings(calendar, build.TODAY)
    assert ("off-limits" in {finding.check for finding in found}) is speaks
