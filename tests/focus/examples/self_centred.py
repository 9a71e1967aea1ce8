"""`self-centred`: firms that tell of themselves, and people who tell a case in the first person."""

FIRES = {
    "fr": [
        "Nous sommes fiers de notre parcours. Notre équipe intervient sur les chantiers depuis quinze ans, et notre "
        "savoir-faire est reconnu dans la région. Nos valeurs, la rigueur et l'écoute, guident chacune de nos "
        "missions. Notre cabinet grandit, nos bureaux aussi.",
        "J’ai obtenu mon diplôme en 2009 et mon parcours parle pour moi. Mon expertise du décompte, je l’ai construite "
        "chantier après chantier, et mes résultats me rendent fière. Je propose mes services de Lille à Amiens, avec "
        "mon exigence et ma méthode, que j’ai moi-même mises au point en 2016.",
        "Notre société fête ses dix ans ! Nous avons la chance d'avoir une équipe soudée, et nous avons reçu en mars "
        "le prix de la petite entreprise. Notre histoire continue : nous ouvrons nos nouveaux locaux, rue des "
        "Carmes, et notre gamme s'étend aux devis. Merci à vous tous !",
        "Je suis ravie d'annoncer que mon cabinet a changé d'adresse. Mes bureaux donnent sur le canal, ma collègue a "
        "son étage, et j'ai enfin ma salle de réunion. Mes prestations restent les mêmes, mon exigence aussi, et "
        "mon agenda de mars est ouvert depuis lundi.",
    ],
    "en": [
        "We are proud of our journey. Our team has worked on sites for fifteen years, and our know-how is recognised "
        "in the region. Our values, rigour and listening, guide each of our jobs. Our practice is growing, and so "
        "are our offices.",
        "I earned my certification in 2009 and my career speaks for me. I built my expertise in final accounts job "
        "after job, and my results make me proud. I offer my services from Leeds to York, with my standards and my "
        "own method, which I worked out myself in 2016.",
        "Our company is ten years old! We are lucky to have a close team, and in March we won the small firm award. "
        "Our story goes on: we are opening our new premises on Carr Street, and our range now takes in quotes. Thank "
        "you all!",
        "I am delighted to announce that my practice has moved. My office looks over the canal, my colleague has a "
        "floor to herself, and I have my meeting room at last. My services stay the same, my standards too, and my "
        "diary for March is open since Monday.",
    ],
}
PASSES = {
    "fr": [
        "Je suis arrivée sur le chantier à sept heures. Karim m'a montré son décompte, posé sur le capot. J'ai lu la "
        "colonne de droite, je lui ai demandé la date de réception, et il a sorti son carnet. On a écrit la lettre "
        "dans le camion. Il l'a postée à midi.",
        "Mon premier décompte, je l'ai rendu faux. J'avais recopié la retenue deux fois. Le maître d'œuvre me l'a "
        "renvoyé barré de rouge, avec un mot : « Recomptez. » J'ai recompté. Depuis, je fais l'addition au crayon, de "
        "bas en haut, et je garde la feuille.",
        "Notre équipe relit votre décompte avec vous, le jeudi, au téléphone. Vous gardez le crayon, nous gardons la "
        "liste des pièges. Prenez votre dernière facture, votre procès-verbal de réception et vos réserves. Si vos 5 % "
        "manquent, vous repartez avec votre lettre, prête à poster, et vous savez quand relancer.",
        "Nous sommes fiers de notre équipe.",
        "Un client m'a dit : « Notre équipe est la meilleure, notre expertise est reconnue, nos valeurs sont les "
        "vôtres, notre histoire parle pour nous. » Sur la table, trois factures impayées depuis mars. Le plombier "
        "les a regardées, puis a rangé sa plaquette dans le tiroir et sorti un stylo.",
    ],
    "en": [
        "I got to the site at seven. Karim showed me his final account, laid out on the bonnet. I read the right-hand "
        "column, I asked him for the handover date, and he got out his notebook. We wrote the letter in the van. He "
        "posted it at noon, and I went home.",
        "My first final account was wrong. I had copied the retention twice. The architect sent it back to me, struck "
        "through in red, with one word: “Recount.” I recounted. Since then I add it up in pencil, from the bottom, "
        "and I keep my sheet in the glovebox.",
        "Our team reads your final account with you, on Thursdays, over the phone. You keep the pencil, we keep the "
        "list of traps. Take your last invoice, your certificate and your snag list. If your 5% is missing, you leave "
        "with your letter ready to post, and you know when to chase.",
        "We are proud of our team.",
        "A client told me: “Our team is the best, our expertise is recognised, our values are yours, our story speaks "
        "for us.” On the table lay three invoices unpaid since March. The plumber looked at them, put his "
        "brochure back in the drawer and got out a pen.",
    ],
}
