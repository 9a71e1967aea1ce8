"""`too-many-tags`: hashtags and links past the network's limit, and what only looks like one."""

from __future__ import annotations

from tests.focus.build import post

_FIVE = "#devis #facture #artisan #chantier #acompte"
_LINKS = [f"https://www.artisans-payes.fr/lettre-{number}" for number in range(1, 7)]

FIRES = {
    "fr": [
        post(f"La retenue se récupère en neuf lignes. {_FIVE} #retenue", network="instagram"),
        post("Votre décompte, colonne par colonne.\n#décompte #retenuedegarantie", network="threads"),
        post(f"Six lettres à recopier : {' '.join(_LINKS)}", network="threads"),
        post(f"{_FIVE}\n\n#été2026 #métier", network="instagram"),
    ],
    "en": [
        post(f"The retention comes back in nine lines. {_FIVE} #retention", network="instagram"),
        post("Your final account, column by column.\n#finalaccount #retention", network="threads"),
        post(f"Six letters to copy: {' '.join(_LINKS)}", network="threads"),
        post(f"{_FIVE}\n\n#summer2026 #trade", network="instagram"),
    ],
}
PASSES = {
    "fr": [
        post(f"La retenue se récupère en neuf lignes. {_FIVE}", network="instagram"),
        post(f"Devis #1, facture #2. {_FIVE} et C#", network="instagram"),
        post(f"La même lettre, deux fois : {' '.join([*_LINKS[:5], _LINKS[0]])}.", network="threads"),
        post("Une seule ancre : https://artisans-payes.fr/lettre#retenue #devis", network="threads"),
        post(f"LinkedIn n'a pas de limite connue. {_FIVE} #retenue #lettre #délai", network="linkedin"),
    ],
    "en": [
        post(f"The retention comes back in nine lines. {_FIVE}", network="instagram"),
        post(f"Quote #1, invoice #2. {_FIVE} and C#", network="instagram"),
        post(f"The same letter twice: {' '.join([*_LINKS[:5], _LINKS[0]])}.", network="threads"),
        post("One anchor: https://artisans-payes.fr/letter#retention #quote", network="threads"),
        post(f"LinkedIn has no known limit. {_FIVE} #retention #letter #deadline", network="linkedin"),
    ],
}
