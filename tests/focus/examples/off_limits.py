"""`off-limits`: politics and medical advice in a builders' calendar, and words that only look like them."""

FIRES = {
    "fr": [
        "Dimanche, on vote, et aucun candidat n'a prononcé le mot artisan. Le gouvernement promet, les "
        "députés applaudissent, la gauche accuse la droite, et l'élection passe comme les autres.",
        "Le ministre a encore reculé. Entre la gauche et la droite, les élections se jouent sur le dos des "
        "petits, et le président du parti le sait bien. Votez pour qui vous défend, pas pour une campagne.",
        "Ma position sur les élections municipales : le maire sortant a menti, son parti aussi, et la "
        "politique du logement du gouvernement n'a rien donné. Votez autrement cette fois.",
        "Mal au dos sur le chantier ? Arrêtez les médicaments prescrits par le médecin et essayez ce "
        "remède : il soigne la douleur, l'inflammation et le stress, sans ordonnance ni consultation.",
    ],
    "en": [
        "We vote on Sunday, and not one candidate has said the word builder. The government promises, the "
        "ministers applaud, the left blames the right, and the election goes by like the others.",
        "The minister has stepped back again. Between Labour and the Tories, elections are fought on the "
        "backs of small firms, and the party leader knows it. Vote for whoever stands up for you in "
        "parliament.",
        "My view on the local elections: the council leader lied, his party lied, and the government's "
        "housing policy has brought nothing. Vote for another party this time.",
        "Bad back on site? Stop the medication your doctor prescribed and try this remedy: it treats the "
        "pain, the inflammation and the anxiety, with no prescription, no diagnosis and no clinic.",
    ],
}
PASSES = {
    "fr": [
        "Depuis le 1er juillet, le taux de la facture d'isolation se note autrement sur le devis. Voici la "
        "ligne à recopier, avec la date du chantier et le nom du client.",
        "Le mur porte à gauche de la porte, et le plan se trompait. Le maître d'œuvre a signé l'avenant le "
        "soir même, et la facture est partie le lendemain.",
        "Le président du tribunal de commerce a ordonné le paiement en neuf jours. La requête tient sur "
        "une page : la facture, le devis signé, la mise en demeure.",
        "Le client avait mal compris l'acompte. Un dessin sur un carton de carrelage a suffi, et il a fait "
        "le virement debout dans la cuisine.",
    ],
    "en": [
        "Since 1 July the rate for insulation work is written differently on the invoice. Here is the line "
        "to copy into the quote, with the date of the job and the client's name.",
        "The wall carries on the left of the door, and the drawing had it wrong. The architect signed the "
        "variation that evening and the invoice went out in the morning.",
        "The county court ordered payment in nine days. The claim fits on one page: the invoice, the "
        "signed quote, the last reminder and the date of the handover.",
        "The client had misread the deposit. A drawing on the lid of a tile box was enough, and he made the "
        "transfer standing in the kitchen.",
    ],
}
