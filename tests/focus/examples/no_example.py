"""`no-example`: explanations that show nothing, and the same ones cut by a case, a figure or a sentence heard."""

_SCENES = {
    "fr": (
        (
            "Mardi, à Lens, Karim pose son carnet taché sur le capot et me montre la ligne du 12 mars : 2 140 € "
            "retenus. Sous la ligne, un rond de café, et le nom de Nadia Brun, souligné deux fois."
        ),
        (
            "« Il ne paiera jamais », m'a dit la menuisière de Douai en rangeant son mètre et sa facture de 860 €. "
            "Elle a plié l'escabeau, vidé son seau de vis dans le tiroir et claqué la porte du camion."
        ),
        (
            "Le plombier de la rue des Carmes a sorti trois devis de sa boîte à gants, pliés en quatre, datés de "
            "2024. Sur le premier, au crayon : « rappeler Lucie ». Sur le dernier, une trace de botte."
        ),
        (
            "À 7 h 40, sur le parking du négoce, le maçon relit son procès-verbal au stylo rouge, portière ouverte. "
            "Il barre la case 4, plie la feuille et la glisse sous le pare-soleil, avec la clé du hangar."
        ),
    ),
    "en": (
        (
            "On Tuesday, in Leeds, Karim lays his stained notebook on the bonnet and shows me the line: £2,140 held "
            "on 12 March."
        ),
        "“He will never pay,” said the joiner from York, folding her tape measure and her invoice for £860.",
        "The plumber from Carr Street took three quotes out of his glovebox, folded in four, dated 2024.",
        "At 7:40, in the merchant's car park, the builder reads his certificate with a red pen, van door open.",
    ),
}
_BEFORE = {
    "fr": (
        "Après, c'est toujours la même chose. On attend, on rentre, on dort, et cela partira plus tard, quand on aura "
        "moins à faire. La lettre ne part pas. On croise le client, on parle d'autre chose, on rentre. Lui ne demande "
        "rien non plus, puisqu'on ne lui dit rien. Et plus on tarde, plus la phrase est lourde à sortir, donc on tarde."
    ),
    "en": (
        "What happens next nearly always happens like this. Whoever owes the money waits for the other to tire, "
        "and whoever is owed it thinks that asking will give offence. Each believes that the other knows, each "
        "keeps quiet, and the longer they keep quiet, the harder it gets to begin. Nobody lies, nobody refuses, "
        "and still nothing moves."
    ),
}
_AFTER = {
    "fr": (
        "Dites-le donc avant, quand personne n'est fâché et que rien n'est dû. Dites-le sans détour, comme on parle du "
        "temps qu'il fait. Quand l'heure vient, il n'y a plus qu'à tenir : la lettre part, elle est courte, elle ne se "
        "plaint pas. Elle arrive, il s'en souvient, il paie ou il appelle. S'il appelle, laissez-le parler d'abord. Ne "
        "dites pas pourquoi vous en avez besoin, ne dites pas que d'autres attendent : taisez-vous, et notez ce qu'il "
        "promet. Puis raccrochez sans rien ajouter, et attendez l'heure dite."
    ),
    "en": (
        "So it is not courage that is lacking, it is a moment when the asking is expected. Once it has been said "
        "from the start, asking is no longer a reproach, it is the rest of what you had promised each other, and "
        "whoever is asked has nothing to defend. It only has to come when it was due, to be brief, and to leave "
        "the other a simple way to answer without losing face. You have nothing more to explain, and least of all"
        " why you need it."
    ),
}
_CUT = {
    "fr": (
        "« Le 14, je vous enverrai la lettre », avait dit Karim à la réception.",
        "Sur douze chantiers, dix ont payé dans les 8 jours.",
        "Nadia, la carreleuse, l'écrit au dos du devis.",
    ),
    "en": (
        "“On the 14th I will send you the letter,” Karim had said at the handover.",
        "Of twelve jobs, ten paid within 8 days.",
        "The tiler, Nadia, writes it on the back of the quote.",
    ),
}


def _fires(language: str) -> list[str]:
    return [f"{scene}\n\n{_BEFORE[language]} {_AFTER[language]}" for scene in _SCENES[language]]


def _passes(language: str) -> list[str]:
    scene = _SCENES[language][0]
    cut = [f"{scene}\n\n{_BEFORE[language]} {shown} {_AFTER[language]}" for shown in _CUT[language]]
    return [*cut, f"{scene}\n\n{_AFTER[language]}", f"{_BEFORE[language]}\n\n{scene}\n\n{_AFTER[language]}"]


FIRES = {"fr": _fires("fr"), "en": _fires("en")}
PASSES = {"fr": _passes("fr"), "en": _passes("en")}
