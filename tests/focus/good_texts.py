"""Short posts that a careful consultant for builders writes: nothing is found in them, in either language."""

from __future__ import annotations

TEXTS: dict[str, tuple[tuple[str, str], ...]] = {
    "fr": (
        (
            "Neuf lignes pour 1 240 €",
            "En mars, Karim m’a envoyé un décompte sans signature. Le maître d’œuvre avait noté trois réserves au"
            " crayon, jamais levées. On a écrit une lettre de neuf lignes, en recommandé, et les 5 % étaient "
            "virés. Recopiez la lettre ce soir.",
        ),
        (
            "Le bouton de la sonnette",
            "Nadia, plombière à Lens, a sonné chez son client avec la facture de 860 € dans une main et la photo "
            "du robinet dans l’autre. Il a payé sur le palier. Et vous, à quelle heure sonnez-vous pour une "
            "facture en retard ?",
        ),
        (
            "Les heures que le devis avale",
            "Sur son devis de cuisine, Lucie avait compté onze heures de pose. Le carnet du camion en disait "
            "dix-neuf : trois pour la livraison, cinq pour les finitions. Avant de chiffrer le prochain chantier,"
            " ouvrez votre carnet et reportez les heures oubliées.",
        ),
        (
            "Trente pour cent avant le carrelage",
            "Le carreleur de Douai commande ses 42 m² le jour où l’acompte arrive, jamais avant. Sa phrase au "
            "client : « Je lance la commande dès que les 900 € sont là. » Essayez-la sur votre prochain devis, à "
            "voix haute, dans le camion.",
        ),
        (
            "Un retard de pluie, un appel",
            "Lundi, huit jours de pluie d’un coup sur le chantier de Béthune. Le couvreur a appelé la cliente "
            "avant 9 h, puis le plaquiste, puis noté l’heure des deux appels sur le bon. Qui prévenez-vous en "
            "premier, vous ?",
        ),
        (
            "La caution au dos du marché",
            "Le menuisier de la rue Haute a fait remplacer sa retenue de 2 100 € par une caution : 61 € de frais,"
            " signée au guichet un jeudi. Demandez à votre banque son prix pour un an, et comparez avec votre "
            "découvert.",
        ),
        (
            "Deux relances, une mise en demeure",
            "Première relance le 3, deuxième le 10, mise en demeure le 17, toutes sur la même feuille jaune. Chez"
            " Ahmed, maçon à Arras, la facture de 3 400 € est rentrée le 19. Écrivez vos trois dates au dos de la"
            " vôtre.",
        ),
        (
            "Une heure à deux sur vos devis",
            "Le vendredi matin, je relis trois devis avec vous, au téléphone, ligne par ligne. La dernière fois, "
            "Paul a retrouvé quatre heures de dépose et 180 € de benne. Demandez votre heure sur le site, avec le"
            " devis le plus gros.",
        ),
        (
            "Le tiroir du bas",
            "Dans le tiroir du bas, chez un peintre d’Hénin, dormaient quatre procès-verbaux de réception de "
            "2024. Quatre retenues de garantie, 1 870 € en tout. Sortez les vôtres, entourez la date au stylo "
            "rouge et comptez un an.",
        ),
        (
            "Le sous-traitant du samedi",
            "Samedi, le sous-traitant n’est pas venu et l’escalier attendait. Élise a prévenu son client à 8 h "
            "10, avec une nouvelle date et le nom du remplaçant. Notez ces trois choses sur un carton, et "
            "rangez-le sous le pare-soleil.",
        ),
        (
            "L’avenant griffonné sur un carton",
            "Sur un carton de carrelage, la cliente avait écrit : « prise en plus, 95 €, d’accord ». Le "
            "photographe, c’était Karim. Le solde est tombé sans discussion. Photographiez votre prochain accord "
            "avant de percer.",
        ),
        (
            "Quand la banque appelle le 28",
            "Le 28, la banque a appelé Rachid : moins 4 600 €. Deux factures dormaient dans sa boîte à gants. Il "
            "les a envoyées du parking, et la première était payée le 2. Videz la vôtre demain, à la pause.",
        ),
        (
            "Un acompte oublié sur trois",
            "J’ai ouvert les douze devis d’hiver d’une menuisière de Carvin. Quatre sans acompte, et ce sont ces "
            "quatre-là qui ont payé après soixante jours. Sur les vôtres, combien portent une ligne d’acompte ?",
        ),
        (
            "La réception, portes ouvertes",
            "Le mercredi à 17 h, portes ouvertes, le menuisier fait le tour avec la cliente et un crayon. Deux "
            "réserves, écrites à la main, levées le samedi. Imprimez la feuille du site et gardez-la dans l’étui "
            "du mètre.",
        ),
    ),
    "en": (
        (
            "Nine lines for £1,240",
            "In March Karim sent me a final account with no signature. The architect had pencilled three snags "
            "that nobody ever closed. We wrote a letter of nine lines, recorded delivery, and the 5% was in the "
            "bank. Copy the letter tonight.",
        ),
        (
            "The doorbell at twenty to six",
            "Nadia, a plumber in Leeds, rang her client’s bell with the £860 invoice in one hand and the photo of"
            " the tap in the other. He paid on the step. And you, at what time do you ring for a late invoice?",
        ),
        (
            "The hours a quote swallows",
            "On her kitchen quote Lucy had counted eleven hours of fitting. The notebook in the van said "
            "nineteen: three for the delivery, five for the edges. Before you price the next job, open your "
            "notebook and carry the forgotten hours over to the quote.",
        ),
        (
            "Thirty per cent before the tiles",
            "The tiler in Otley orders his 42 square metres on the day the deposit lands, never before. His "
            "sentence: “I place the order as soon as the £900 is in.” Try it on your next quote, out loud, in the"
            " van.",
        ),
        (
            "Eight days of rain, one call",
            "On Monday, eight days of rain landed on the job in Batley. The roofer rang the client before nine, "
            "then the plasterer, and wrote both times on the job sheet. Whom do you ring first when yours runs "
            "late?",
        ),
        (
            "A bond on the back of the contract",
            "The joiner on Carr Street swapped his £2,100 retention for a bond: £61 in fees, signed at the "
            "counter on a Thursday. Ask your bank for its price for one year, and hold it against your overdraft.",
        ),
        (
            "Two reminders, then the yellow letter",
            "First reminder on the 3rd, second on the 10th, the formal letter on the 17th, all on the same yellow"
            " sheet. For Ahmed, a builder in Halifax, the £3,400 invoice came in on the 19th. Write your three "
            "dates on the back of yours.",
        ),
        (
            "One hour on your quotes",
            "On Friday mornings I read three quotes with you, on the phone, line by line. Last time Paul found "
            "four hours of stripping out and £180 of skip. Ask for your hour on the site, and bring the biggest "
            "quote.",
        ),
        (
            "The bottom drawer in Morley",
            "In the bottom drawer of a painter in Morley lay four handover certificates from 2024. Four "
            "retentions, £1,870 in all. Take yours out, ring the date in red pen and count one year.",
        ),
        (
            "The subcontractor who missed Saturday",
            "On Saturday the subcontractor did not come and the stairs were waiting. Elise rang her client at ten"
            " past eight with a new date and the name of the man who would come. Write those three things on a "
            "card and keep it behind the visor.",
        ),
        (
            "A variation on a tile box",
            "On a tile box the client had written: “one more socket, £95, agreed”. Karim took the photo. The "
            "balance came without a word. Photograph your next yes before you drill.",
        ),
        (
            "When the bank rings on the 28th",
            "On the 28th the bank rang Rashid: £4,600 under. Two late invoices were asleep in his glovebox. He "
            "sent a reminder from the building site, and the first client paid on the 2nd. Empty yours tomorrow, "
            "at the tea break.",
        ),
        (
            "One deposit in three forgotten",
            "I opened the twelve winter quotes of a joiner in Shipley. Four had no deposit, and those four were "
            "the ones paid after sixty days. Of yours, how many carry a line for the deposit?",
        ),
        (
            "Handover with the doors open",
            "On Wednesday at five, doors open, the joiner walks round with the client and a pencil. Two snags, "
            "written by hand, closed on the Saturday. Print the sheet from the site and keep it in the case of "
            "your tape.",
        ),
    ),
}
"""Title and text: those ahead in the sound calendar in their order, the one of its last week, then a pool."""
