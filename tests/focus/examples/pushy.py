"""`pushy`: two signals of pressure or more, and one alone, or a plain date."""

FIRES = {
    "fr": [
        "Il ne reste que 3 places et demain il sera trop tard, le tarif augmente. Réservez maintenant.",
        "Dernière chance : après ce sera trop tard !!! Plus que 2 jours, et ne dites pas que je ne vous ai "
        "pas prévenu !",
        "C'est mon troisième message et vous n'avez toujours pas répondu. Vos concurrents vont prendre votre place.",
        "PROMO SPÉCIALE ARTISANS : il reste 2 places pour cet atelier, jusqu'à vendredi minuit, et vous le "
        "regretterez si vous tardez.",
    ],
    "en": [
        "Only 3 places left and the price goes up tonight. Book now, because by tomorrow it will be too late.",
        "I've written to you twice already and you still have not booked. You'll be sorry when your "
        "competitors take your place.",
        "LAST CHANCE BUILDERS: only 2 seats left for this workshop, and the price doubles at midnight on "
        "Friday this week!!!",
        "Half price until midnight! Book now! Only 4 places left! Don't say I did not tell you!",
    ],
}
PASSES = {
    "fr": [
        "L'atelier du 12 mars a douze chaises. Si cela vous sert, écrivez-moi quel devis vous apporteriez.",
        "Il ne reste que 3 places à l'atelier de jeudi, et la salle n'en a pas une de plus.",
        "La TVA change le 1er juillet : relisez vos devis signés avant cette date, ligne par ligne.",
        "Quel vacarme ! Le marteau-piqueur ! Le chien ! On a fini le compte rendu dans le camion ce matin-là.",
    ],
    "en": [
        "The workshop on 12 March has twelve chairs. If that helps, tell me which quote you would bring.",
        "The rate changes on 1 July: read your signed quotes again before that date, line by line.",
        "What a racket! The drill! The dog! We finished the minutes in the van that morning, all the same.",
        "The client paid on the last day, standing in the kitchen, with his coat still on.",
    ],
}
