"""`for-everyone`: greetings and offers to all, and "everyone" where nobody is being called."""

FIRES = {
    "fr": [
        "Bonjour à toutes et à tous, voici comment lire un décompte final sans vous tromper de colonne.",
        "Ce guide est pour tout le monde : vous y trouverez des idées pour vos factures.",
        "Un accompagnement pour toutes les entreprises, de la première facture au dernier solde.",
        "Quel que soit votre secteur, la relance se fait au téléphone, le matin.",
        "Chaque entreprise doit relire ses contrats une fois par an.",
    ],
    "en": [
        "Hello everyone, here is how to read a final account without getting lost in the columns.",
        "This guide is for everyone: you will find ideas for your invoices in it.",
        "Support for every business, from the first invoice to the last balance.",
        "Whatever your industry, reminders are made by phone, in the morning.",
        "Every business needs to read its contracts again once a year.",
    ],
}
PASSES = {
    "fr": [
        "La visite que tout le monde oublie : celle du maître d'œuvre, une semaine après la réception.",
        "Ce n'est pas pour tout le monde : il faut trois chantiers ouverts et une comptable patiente.",
        "Pour tous les artisans qui attendent leurs 5 %, la lettre tient sur neuf lignes.",
        "Bonjour à tous ceux qui étaient samedi à Vénissieux, voici la lettre promise.",
        "Il a posé la même question à tous les clients, et noté les réponses sur le mur.",
    ],
    "en": [
        "The visit everyone forgets: the architect's, one week after the handover.",
        "It is not for everyone: you need three open jobs and a patient bookkeeper.",
        "For all builders waiting for their 5%, the letter takes nine lines.",
        "Hello everyone who was in Leeds on Saturday, here is the letter I promised.",
        "He asked everybody on site the same question and wrote the answers on the wall.",
    ],
}
