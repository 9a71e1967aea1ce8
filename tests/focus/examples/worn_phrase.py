"""`worn-phrase`: phrases nobody hears any more, and the same words said in earnest or quoted to be mocked."""

FIRES = {
    "fr": [
        "Dans un monde qui change, la trésorerie de Nadia, plombière à Lens, se joue sur les trois lignes de son "
        "décompte.",
        "À l’ère du numérique, votre devis part encore par la poste et revient signé trois semaines après.",
        "La réputation de Paul, maître d’œuvre à Douai, n’est plus à démontrer : demandez-lui son procès-verbal du "
        "12 mars.",
        "Votre acompte de 900 € est plus que jamais la seule\nligne qui vous protège quand le client de Lens "
        "disparaît en mars.",
        "Une relance bien écrite, c'est un vrai game-changer : la facture de mars a été payée en quatre jours.",
        "Ce n’est pas juste un devis, c’est une promesse : écrivez-y la date du 3 mars et les deux réserves de Nadia.",
        "Vous l'aurez compris : sans procès-verbal signé, la retenue de 5 % reste chez le client un an de plus.",
    ],
    "en": [
        "In today’s fast-paced world, the cash flow of a builder hangs on three lines of the final account.",
        "In the digital age, your quote still goes by post and comes back signed three weeks later.",
        "A well-written reminder is a game-changer: Nadia’s invoice of £860 was paid in Leeds four days after she "
        "sent it.",
        "Now more than ever, the deposit is the only line that covers you when the client goes quiet in March.",
        "It’s not just a quote, it’s a promise: write the handover date and the snags on it in plain words.",
        "Unlock your potential as a plumber: one letter of nine lines brings the five per cent of March home.",
        "At the end of the day, without a signed certificate the client keeps the retention for one more year.",
    ],
}
PASSES = {
    "fr": [
        "« Dans un monde qui change » : j'ai barré la phrase du devis, et le client a enfin lu le prix de la pose.",
        "Le monde change de maître d'œuvre en mars : l'ancien garde les réserves, le nouveau refuse de les lever.",
        "Cette année, le plombier a plus de factures impayées que jamais il n'en avait eu en vingt ans de métier.",
        "Le menuisier change les données du devis : la pose passe de deux à trois jours, le prix suit.",
        "À l'heure où le maçon ouvre son camion, le client dort encore : envoyez la relance à neuf heures.",
        "Une solution plus simple : la facture part le jour de la réception, pas le vendredi d'après.",
        "De nos jours.",
    ],
    "en": [
        "“In today's fast-paced world”: I struck the line out of the quote, and the client read the price at last.",
        "The world changed for him in March: the old architect kept the snag list, the new one would not clear it.",
        "He has more late invoices now than he ever had in twenty years of plumbing, and one deposit to show.",
        "The joiner changed the game on site: fitting comes first, then the doors, and the invoice on the last day.",
        "It is not the quote, it was the handover date: nobody had signed the certificate in March.",
        "At the end of the day the van goes home, and the invoice for the job goes out from the passenger seat.",
        "More than ever.",
    ],
}
