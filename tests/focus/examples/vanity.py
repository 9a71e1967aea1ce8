"""`vanity`: followers asked for as the aim, and figures told of others, letters and lists to subscribe to;
and words that `buzz` already points at."""

FIRES = {
    "fr": [
        "Abonnez-vous à ma chaîne, et suivez-nous sur Instagram : tout y est.",
        "Chaque clic nous aide à faire grandir la page. Suivez mon compte d'ici juin.",
        "Suivez-moi pour plus de conseils de chantier, et cliquez sur la cloche.",
        "Abonne-toi à mon compte, aide-moi à atteindre 2 k avant l'été.",
        "Notre objectif de mars tient en une phrase : suivez notre profil.",
    ],
    "en": [
        "Subscribe to my channel, and follow us on Instagram: it is all there.",
        "Every click helps us to grow the page. Follow my account by June.",
        "Follow us for more tips from the building site, and invite your contacts to join our page.",
        "Subscribe to our channel, help me climb to 2 k before the summer.",
        "Give the page a like, then follow our profile.",
    ],
}
PASSES = {
    "fr": [
        "Abonnez-vous à la lettre du jeudi : un décompte corrigé chaque semaine.",
        "Il voulait 1 000 abonnés. On a compté ses devis : quatre, venus de voisins.",
        "Suivez le compte prorata ligne par ligne, et notez chaque retenue au crayon.",
        "Le maçon n'a que douze contacts, et trois chantiers signés par eux.",
        "Likez et suivez notre page, cela nous encourage.",
        "« Abonnez-vous à ma page ! » disait l'affiche. Personne n'a appelé.",
        "L'appel d'offres est un concours : le moins cher gagne, et le maçon paie la différence.",
    ],
    "en": [
        "Subscribe to the Thursday letter: one corrected final account a week.",
        "He wanted a thousand followers. We counted his quotes: four, sent by neighbours.",
        "Follow the final account line by line, and pencil in each retention.",
        "The builder has twelve contacts, and three jobs signed by them.",
        "Smash that like if your invoices are paid on time.",
        "“Follow my page!” said the poster. Nobody rang.",
        "A tender is a competition: the cheapest wins, and the builder pays the difference.",
    ],
}
