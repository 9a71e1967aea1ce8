"""`wrong-reader`: openings that call other people, and openings that call the readers or nobody."""

FIRES = {
    "fr": [
        "Infirmières libérales : votre tournée de demain commence ce soir. Préparez les dossiers dans "
        "l'ordre des rues et gardez dix minutes pour la pharmacie.",
        "Chers libraires, la rentrée se gagne en juin. Commandez trois titres de moins et lisez-les vraiment.",
        "Vous êtes enseignante en maternelle ? Laissez le petit parleur distribuer les étiquettes, il "
        "parlera sans qu'on le lui demande.",
        "Les grands groupes ont un service juridique pour relire leurs factures. Voici ce qu'il regarde "
        "d'abord, la date, puis le bon de commande.",
        "Je forme des infirmières à la prise de notes. La première question que je pose tient en une ligne : "
        "qu'avez-vous écrit hier à 19 h, et pour qui ?",
    ],
    "en": [
        "Community nurses: your round tomorrow starts tonight. Put the files in the order of the streets "
        "and keep ten minutes for the pharmacy.",
        "Dear booksellers, the autumn is won in June. Order three titles fewer and read them properly.",
        "If you're a teacher in a nursery class, let the quiet child hand out the name cards and wait.",
        "Hiring managers: the advert is the first interview. Read it aloud to somebody who left.",
        "I train nurses to take notes. My first question fits on one line: what did you write last night at "
        "seven, and for whom?",
    ],
}
PASSES = {
    "fr": [
        "Artisans du bâtiment : votre chantier de demain commence ce soir. Relisez le devis dans l'ordre des pièces.",
        "Plombiers, le ballon d'eau chaude se facture le jour de la pose, pas à la fin du mois.",
        "Une infirmière m'a demandé pourquoi son plombier ne venait plus. Il attendait l'acompte depuis "
        "trois semaines, et n'osait pas rappeler.",
        "Le décompte de mars est arrivé sans signature. On l'a renvoyé le soir même.",
        "Je forme des plombiers à la facturation. Le premier exercice : le ballon posé hier, facturé ce soir.",
        "J'accompagne des indépendants du bâtiment depuis dix ans. Lundi, l'un d'eux a rappelé trois clients.",
        "Je forme des boulangers à vos chantiers de cuisine, et vous gardez le devis signé le 3 mars.",
        "On croit que je recrute des infirmières. Non : je relis des décomptes de maçons, au crayon.",
        "J'ai formé une infirmière et son mari plombier. Lui a facturé son chantier le soir même.",
    ],
    "en": [
        "Builders: your job tomorrow starts tonight. Read the quote again in the order of the rooms.",
        "Plumbers, a hot water tank is invoiced on the day it is fitted, not at the end of the month.",
        "A nurse asked me why her plumber had stopped coming. He had been waiting for the deposit for "
        "three weeks and did not dare to ring.",
        "The March account came back without a signature. We returned it the same evening.",
        "I train plumbers to invoice. The first exercise: yesterday's hot water tank, invoiced tonight.",
        "I coach small builders. On Monday one of them rang three clients back before breakfast.",
        "I train bakers on your building sites, and you keep the quote signed on 3 March.",
        "Twenty nurses, one hour, one hall: the plumber counted his taps and wrote down the variation.",
        "I trained a nurse and her husband, a plumber. He invoiced his job the same evening.",
    ],
}
