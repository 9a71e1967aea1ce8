"""Texts that are neither French nor English: told by their script, or by the small words of other languages.

A text is only called foreign when the small words that another language has, and French and English have not,
clearly outnumber those that it has not itself; or when most of its letters are of another script. Names,
hashtags, code and capitals have no small words: they never make a text foreign.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["SHORTEST_JUDGED", "SmallWords", "neither_french_nor_english", "small_words"]

SHORTEST_JUDGED = 12
"""Words under which nothing is said of a text's language; as many signs in scripts without spaces."""

_LEAST_SHARE = 0.1
_LEAST_HITS = 3
"""Different small words: one that is repeated is a name or a pun."""
_LEAD = 1.5
_HOME_SHARE = 0.2
_OTHER_SCRIPT_SHARE = 0.5
_LETTERS = re.compile(r"[^\W\d_]+")
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_OTHER_SCRIPT = re.compile(
    r"[\u0370-\u1cff\u1f00-\u1fff\u2d00-\u2dff\u3040-\u318f\u3400-\ua4cf\uac00-\ud7af\ufb1d-\ufdff\ufe70-\ufefc]"
)

_HOME = (
    """
a ai ainsi alors apres as au aussi autre autres aux avant avec avez avoir avons beaucoup bien c ca car ce cela
ces cet cette chaque chez comme comment d dans de depuis des deux donc du elle elles en encore entre es est et
etait etaient ete etes etre eu eux fait faire faut il ils j je l la le les leur leurs lui m ma mais me meme mes
moi moins mon n ne ni non nos notre nous on ont ou par parce pas peu peut peux plus pour pourquoi qu quand que
quel quelle quelles quels qui quoi s sa sans se ses si soi soit son sont sous suis sur t ta te tes toi ton tous
tout toute toutes tres trop tu un une va vers voici voila vos votre vous y
""",
    """
a about after all also am an and any are as at back be because been before being but by can could did do does
don down each even every few first for from get go had has have he her here him his how i if in into is it its
just know like made make many may me more most much must my need never new no not now of off on one only or
other our out over own s same say see she should so some still such t take than that the their them then there
these they this those through time to too two under until up us use very want was way we well were what when
where which while who why will with without would you your
""",
)

_OTHERS = """
el la los las de del y que en un una unos unas por para con no se su sus es son al lo como mas pero muy este
esta estos estas ese esa eso cuando donde quien porque hay ha han fue era ser estar mi nos le les ya o si sin
a me te yo tu nada nadie antes despues hoy ayer
sobre entre todo todos todas tambien cada hasta desde nuestro nuestra nosotros usted ustedes tiene tienen puede
""", """
der die das den dem des ein eine einen einem einer eines und oder aber nicht ist sind war waren wird werden
wurde hat haben hatte ich du er sie es wir ihr mich dich sich uns euch mein dein sein unser in im an am auf aus
bei mit nach von vom zu zum zur fur uber unter vor durch ohne um wenn weil dass als wie was wer auch noch nur
schon sehr mehr kann konnen muss mussen alle dieser diese dieses man so da hier ihre seine kein keine immer
""", """
il lo la i gli le l un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla in
nel nello nella nei nelle con su sul sulla per tra fra e ed o ma non che chi cui si ci ne mi ti vi e sono era
erano essere ha hanno ho abbiamo piu come quando dove perche anche se questo questa questi queste quello quella
nostro nostra loro suo sua tutti tutto molto ogni puo cosa io tu mio mia prima dopo nessuno niente solo sempre ancora
""", """
o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem sobre e ou mas nao que
quem se eu ele ela nos eles elas seu sua seus suas meu minha e sao foi era ser estar esta estao tem tem ao aos
me te nada ninguem antes depois hoje ontem
mais como quando onde porque tambem muito ja ate isso este esta esse essa nosso nossa voce voces cada todos
""", """
de het een en van in is dat die op te zijn met voor niet aan er om ook als dan maar bij door over uit naar tot
hij zij we wij ik je jij u hun haar ons onze mijn was waren heeft hebben had kan kunnen moet worden wordt wat
wie waar wanneer hoe dit deze nog wel geen meer veel al alle zo heel omdat
""", """
i w z na do o od po za przez dla przy pod nad bez sie nie to jest sa byl byla bylo ze a ale lub oraz jak gdy
kiedy gdzie kto co ktory ktora ktore tego tej ten ta te tym jego jej ich nasz nasza moj czy juz jeszcze tylko
tak bardzo wszystko moze mozna by ma maja
""", """
och i att det som en ett pa ar av for med den till inte har de om var jag vi du han hon sig men ett kan ska
fran eller nar hur vad dar hade sin sina vid efter mot alla mycket mer denna detta vara blir
""", """
ve bir bu da de icin ile ne o ama cok daha en gibi kadar olarak olan oldu var yok degil ben sen biz siz onlar
her mi ki sonra once nasil neden hangi kendi bizim
""", """
si de la in cu pe un o este sunt a al ai ale nu ca sa se din pentru care mai dar sau cand unde cum ce cine
noi voi ei ele eu tu lui ei lor nostru foarte toate tot fost era avem are
"""  # fmt: skip


class SmallWords(NamedTuple):
    """What a piece of text shows of its language.

    Attributes:
        written: its words.
        home: how many are small words that only French and English have.
        other_script: how many letters of no Latin alphabet; `signs`: those of scripts that put no space between words.
    """

    written: list[str]
    home: int
    other_script: int
    signs: int


def small_words(text: str, folded: str) -> SmallWords:
    """What a piece of text shows of its language; `folded` is the same in lower case without accents."""
    words = _LETTERS.findall(folded)
    other = signs = 0
    if not folded.isascii():
        other = len(_OTHER_SCRIPT.findall(text))
        signs = len(_WITHOUT_SPACES.findall(text)) if other else 0
    return SmallWords(words, sum(map(_home().__contains__, words)), other, signs)


def neither_french_nor_english(pieces: Sequence[SmallWords]) -> bool:
    """Whether a text of twelve words or more, by its pieces, is clearly in another language."""
    words = sum(len(piece.written) for piece in pieces)
    other = sum(piece.other_script for piece in pieces)
    if other and other > _OTHER_SCRIPT_SHARE * sum(len(word) for piece in pieces for word in piece.written):
        return max(words, sum(piece.signs for piece in pieces)) >= SHORTEST_JUDGED
    if words < SHORTEST_JUDGED or sum(piece.home for piece in pieces) >= _HOME_SHARE * words:
        return False
    known = _all()
    counted = Counter(word for piece in pieces for word in piece.written if word in known)
    return any(_is_written_in(other, counted, words) for other in _others())


class _Tongue(NamedTuple):
    """The small words of another language alone, and those of French and of English that it has not."""

    own: frozenset[str]
    french: frozenset[str]
    english: frozenset[str]


def _is_written_in(tongue: _Tongue, counted: Counter[str], words: int) -> bool:
    if len(tongue.own & counted.keys()) < _LEAST_HITS:
        return False
    at_home = max(_hits(counted, tongue.french), _hits(counted, tongue.english))
    return _hits(counted, tongue.own) >= max(_LEAST_SHARE * words, _LEAD * at_home)


def _hits(counted: Counter[str], known: frozenset[str]) -> int:
    return sum(times for word, times in counted.items() if word in known)


@cache
def _others() -> tuple[_Tongue, ...]:
    french, english = (frozenset(words.split()) for words in _HOME)
    others = (frozenset(words.split()) for words in _OTHERS)
    return tuple(_Tongue(other - french - english, french - other, english - other) for other in others)


@cache
def _home() -> frozenset[str]:
    """The small words that only French and English have."""
    return frozenset(" ".join(_HOME).split()) - frozenset(" ".join(_OTHERS).split())


@cache
def _all() -> frozenset[str]:
    return frozenset(" ".join((*_HOME, *_OTHERS)).split())
