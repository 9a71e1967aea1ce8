"""`unknown-language`: what neither French nor English readers read, and texts that only look foreign."""

_SPANISH = (
    "Los martes por la mañana voy al mercado con mi cuaderno y pregunto a cada vendedor cuánto pagó por la luz este "
    "mes, porque nadie lo sabe."
)
_GERMAN = (
    "Wenn der Kunde die Rechnung nicht bezahlt, rufe ich ihn am achten Tag an und frage, ob er das Schreiben mit der "
    "Mahnung bekommen hat."
)
_ITALIAN = (
    "Quando il cliente non paga la fattura, lo chiamo dopo otto giorni e gli chiedo se ha ricevuto la lettera con la "
    "data del verbale."
)
_RUSSIAN = "Если клиент не платит по счёту, я звоню ему на восьмой день и спрашиваю, получил ли он моё письмо с актом."
_CHINESE = "如果客户不付账单，我会在第八天给他打电话，问他是否收到了附有验收记录的信件。"

FIRES = {language: [_SPANISH, _GERMAN, _ITALIAN, _RUSSIAN, _CHINESE] for language in ("fr", "en")}

_BOTH = [
    "#chantier #devis #acompte #BTP #artisan #Lyon #Rhône #maçon #plombier #menuisier #couvreur #facture #relance",
    "The client said « je ne paie pas » twice, and then a third time: we sent the letter on day eight, with the date.",
    "```\nfor rechnung in rechnungen:\n    wenn(der_kunde, nicht, bezahlt, und, der, brief, ist)\n```\nLa suite mardi.",
]
PASSES = {
    "fr": [
        *_BOTH,
        "Retenue garantie 5 % réception réserves décompte mise en demeure procès-verbal avenant solde relance, lettre.",
        "SELON LA NORME, LE PROCES-VERBAL SE SIGNE A DEUX, ET LA RETENUE SE LIBERE UN AN APRES, SANS AUTRE LETTRE.",
        "Señor López, Ángel García, Muñoz y Asociados, Calle del Prado, Zaragoza : quatre devis sur mon bureau.",
    ],
    "en": [
        *_BOTH,
        "Retention, snag list, handover, final account, late payment, variation, cash flow: seven words on one page.",
        "MOST BUILDERS SIGN THE HANDOVER WITHOUT READING IT, AND THE RETENTION IS GONE BEFORE THE YEAR IS OUT.",
        "Señor López, Ángel García, Muñoz y Asociados, Calle del Prado, Zaragoza: four quotes on my desk today.",
    ],
}
