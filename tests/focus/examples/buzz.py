"""`buzz`: fishing for reactions, and honest talk of sharing, tagging and comments."""

FIRES = {
    "fr": [
        "Likez et partagez ce post si vous aussi vous en avez assez des factures impayées.",
        "Taguez deux amis artisans qui devraient lire cette lettre.",
        "Grand concours : un tirage au sort dimanche, et un coffret de forets à gagner.",
        "Vous ne devinerez jamais ce que ce maître d'œuvre a répondu.",
        "Commentez « LETTRE » et je vous envoie le modèle en privé.",
    ],
    "en": [
        "Like this post if you too are fed up with unpaid invoices.",
        "Tag two friends in the trade who should read this letter.",
        "Giveaway: a set of drill bits to win, drawn on Sunday.",
        "You'll never guess what this architect answered.",
        'Comment "LETTER" and I\'ll send you the template.',
    ],
}
PASSES = {
    "fr": [
        "Nous partageons le camion le mardi, et les frais de déchetterie avec.",
        "Quelle est votre facture la plus ancienne encore impayée ? Dites-moi sa date.",
        "Le concours de la chambre des métiers ferme le 12 mars, dossier sur papier.",
        "Le maître d'œuvre a commenté la réserve au crayon, dans la marge.",
    ],
    "en": [
        "We share the van on Tuesdays, and the tip fees with it.",
        "What is the oldest invoice you are still waiting for? Tell me its date.",
        "He liked the tiles but not the grout, and said so before the handover.",
        "The architect wrote a comment on the snag list, in pencil, in the margin.",
    ],
}
