"""`impersonal`: an office speaking, and a person saying the same thing."""

FIRES = {
    "fr": [
        "Nous avons le plaisir de vous annoncer l'ouverture de notre service de relance des factures du bâtiment.",
        "Le cabinet vous informe que les bureaux seront fermés du 24 au 31 décembre inclus, sauf urgence.",
        "Nous restons à votre entière disposition pour tout renseignement sur la retenue de garantie et son délai.",
        "Madame, Monsieur, veuillez trouver la nouvelle grille de nos prestations pour l'année qui commence.",
    ],
    "en": [
        "We are delighted to announce the launch of our reminder service for invoices in the building trade.",
        "Please be advised that our offices will be closed from 24 to 31 December, except in an emergency.",
        "Our practice is committed to serving clients with a full range of services for the building sector.",
        "Dear Sir or Madam, find below the new schedule of our services for the year that begins.",
    ],
}
PASSES = {
    "fr": [
        "Depuis lundi, je relance vos factures avec vous, le jeudi matin, au téléphone, la plus vieille d'abord.",
        "Je ferme du 24 au 31. Si un client vous menace pendant ce temps, appelez Nadia, elle connaît la lettre.",
        "Le cabinet du maître d'œuvre est au premier étage ; j'y ai attendu deux heures pour une signature.",
        "Bonjour à tous.",
    ],
    "en": [
        "Since Monday I chase your invoices with you, on Thursday mornings, by phone, the oldest one first.",
        "I am closed from the 24th to the 31st. If a client threatens you meanwhile, ring Nadia, she has the letter.",
        "The architect's practice is on the first floor; I waited there for two hours for one signature.",
        "Please be advised.",
    ],
}
