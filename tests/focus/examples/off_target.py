"""`off-target`: other subjects altogether, and posts that reach the readers by other words than theirs."""

FIRES = {
    "fr": [
        "Ce matin, j'ai refait ma pâte à pain : 500 grammes de farine de seigle, une pincée de sel, le "
        "levain sorti du frigo la veille. Pétrissez dix minutes, laissez lever sous un torchon humide, "
        "façonnez deux miches.",
        "Le sentier part derrière l'église de Saint-Véran. Comptez trois heures jusqu'au lac, avec 600 "
        "mètres de dénivelé et un névé à traverser avant juillet. Emportez des crampons légers et un "
        "coupe-vent.",
        "Votre violon siffle sur la corde de mi ? Nettoyez la colophane avec un chiffon sec, vérifiez le "
        "chevalet à la lampe, puis changez la corde si elle a plus de six mois. Mon luthier à Mirecourt "
        "fait ça le jeudi.",
        "Notre chatte a mangé du lys dimanche soir. Le vétérinaire de garde à Rennes l'a perfusée pendant "
        "deux nuits, reins surveillés toutes les quatre heures. Jetez vos bouquets si vous avez un chat à "
        "la maison.",
    ],
    "en": [
        "This morning I made my bread dough again: 500 grams of rye flour, a pinch of salt, the starter "
        "out of the fridge since last night. Knead for ten minutes, leave it under a damp cloth, then "
        "shape two loaves.",
        "The path leaves behind the church at Wasdale Head. Allow three hours to the tarn, with 600 metres "
        "of climb and a snow patch to cross before June. Carry light crampons, a windproof jacket and a "
        "paper map.",
        "Does your violin whistle on the E string? Wipe the rosin with a dry cloth, look at the bridge "
        "under a lamp, then change the string if it is older than six months. My luthier in Cardiff does "
        "it on Thursdays.",
        "Our cat ate a lily on Sunday night. The emergency vet in Leeds kept her on a drip for two nights, "
        "kidneys watched every four hours. Throw your bouquets away if you keep a cat at home.",
        "The boat painter sands the hull of the yacht in February, under a tarpaulin, out of the "
        "wind. Two coats of primer, one of lacquer, and the antifouling on the eve of the launch, "
        "when the spring tide climbs above five metres. He marks his hours on the rudder with a felt "
        "pen. The skipper comes to warn him when the crane runs late, then sends for anodes, two "
        "shackles, a set of new halyards and a bottle of rum. The materials arrive on the ferry from "
        "Oban, wrapped in yellow newspaper. They drink scalding coffee on the slipway, gulls steal a "
        "croissant, the lighthouse keeper brings out his accordion and plays a reel. By April the "
        "sail goes up without a crease, the jib snaps, the weathercock hardly creaks, and the client "
        "comes back to the pontoon tanned, with three mackerel in a bucket.",
    ],
}
PASSES = {
    "fr": [
        "Ce matin, un plombier m'a montré sa facture de mars, toujours impayée : 3 200 €. On a relu le "
        "devis, trouvé l'acompte oublié, et écrit la relance au maître d'œuvre avec la date de réception "
        "du chantier.",
        "Le menuisier de la rue Haute pose ses fenêtres le mardi et fait signer la réception le mercredi, "
        "portes ouvertes, réserves écrites à la main. Le solde arrive sous dix jours, sans une seule "
        "relance.",
        "Avenant de vingt lignes ou texto ? La cliente voulait déplacer la cloison. Le maçon a écrit le "
        "prix sur le devis, elle a signé sur le capot de la camionnette, et la facture est passée sans une "
        "question.",
        "Pain au levain, deux miches.",
    ],
    "en": [
        "This morning a plumber showed me his March invoice, still unpaid: £3,200. We read the quote "
        "again, found the deposit he had forgotten, and wrote the reminder to the architect with the "
        "handover date.",
        "The joiner in the high street fits his windows on Tuesday and has the handover signed on "
        "Wednesday, doors open, the snag list written by hand. The balance comes within ten days without "
        "one reminder.",
        "A variation of twenty lines, or a text message? The client wanted the wall moved. The builder "
        "wrote the price on the quote, she signed on the bonnet of the van, and the invoice went through.",
        "Rye bread, two loaves.",
    ],
}
