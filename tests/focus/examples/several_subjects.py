"""`several-subjects`: three needs answered in one text, and one need that touches its neighbours."""

FIRES = {
    "fr": [
        "Votre retenue de garantie, vous pouvez la récupérer un an après la réception. Le client qui ne paie pas sa "
        "facture se relance au huitième jour. Et l'acompte se demande avant de commander les matériaux.",
        "Trois réponses ce matin. Demander un acompte avant de commander les matériaux : oui, toujours. Chiffrer sans "
        "oublier ses heures : au crayon, le soir. Prévenir quand le chantier prend du retard : le client d'abord.",
        "Retard de chantier : qui prévenir ? Le client d'abord, par écrit.\nL'acompte : à demander, signé, avant de "
        "commander.\nLa garantie : à récupérer par lettre, avec la retenue notée en toutes lettres.",
        "On récupère la retenue de garantie en neuf lignes. Un client ne paie pas la facture ? Appelez-le. L'acompte "
        "se demande avant de commander les matériaux. Et le devis se chiffre avec les heures, toutes les heures.",
    ],
    "en": [
        "When a client does not pay the invoice, ring on day eight. When you price a quote, do not go forgetting your "
        "hours on the road. And ask for the deposit before ordering materials.",
        "Three answers this morning. A deposit before ordering materials: yes, always. To price a quote without "
        "forgetting hours: in pencil, at night. To warn them the job runs late: the client first, the same day.",
        "The job runs late: whom to warn? The client first, in writing.\nThe deposit: ask for it before ordering "
        "materials.\nA client who will not pay: send the invoice again, recorded, on day eight.",
        "Clients who do not pay the invoice get a call. The deposit comes before ordering materials. Price the quote "
        "with the hours, all the hours. And when the job runs late, warn them in writing.",
    ],
}
PASSES = {
    "fr": [
        "La retenue de garantie se récupère un an après la réception. Le client la garde souvent plus longtemps : "
        "notez la date du procès-verbal sur la facture, puis envoyez la lettre en recommandé.",
        "Le devis, la facture, l'acompte, la retenue, le retard : tout est dans le même carnet taché, celui que le "
        "maçon garde sous le siège et qu'il n'ouvre que le dimanche.",
        "Demander un acompte avant de commander les matériaux : oui, et par écrit. Le client qui ne paie pas "
        "l'acompte ne paiera pas sa facture. Relisez ce papier avant de signer, et gardez une copie.",
        "Karim attend ses 2 140 € depuis mars. On a relu le décompte, trouvé la réception, écrit neuf lignes. Le "
        "vendredi, le virement était là.",
    ],
    "en": [
        "You get your retention back a year after handover. Clients often keep the 5% longer: write the date of the "
        "certificate down, then send the letter recorded.",
        "The quote, the invoice, the deposit, the retention, the late job: all in the same stained notebook, the one "
        "the builder keeps under the seat and opens on Sundays.",
        "A deposit before ordering materials: yes, and in writing. The client who does not pay the deposit will not "
        "pay the invoice. Read that paper again before you sign, and keep a copy.",
        "Karim has been waiting for his £2,140 since March. We read the account again, found the handover, wrote nine "
        "lines. On the Friday the transfer was in.",
    ],
}
