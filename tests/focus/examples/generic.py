"""`generic`: texts anybody could sign, and texts without a figure that only one person could."""

FIRES = {
    "fr": [
        "Il est essentiel de bien s'entourer pour réussir. Chaque projet est unique et mérite toute notre "
        "attention. Avec de la confiance et de l'écoute, tout devient possible, ensemble.",
        "La réussite est un voyage, pas une destination. Croyez en vous, sortez de votre zone de confort et "
        "n'ayez pas peur de l'échec : il fait partie du chemin. L'important est d'avancer chaque jour.",
        "La communication est la clé de toute relation de confiance avec ses clients. Il faut savoir "
        "écouter, comprendre les attentes et apporter des solutions adaptées et de qualité à chacun.",
        "Être entrepreneur, c'est faire preuve d'audace, de passion et de persévérance. Les défis sont "
        "nombreux, mais c'est en gardant confiance et une vision claire que l'on réussit durablement.",
    ],
    "en": [
        "It is essential to surround yourself with the right people in order to succeed. Every project is "
        "unique and deserves our full attention. With trust and listening, anything becomes possible, "
        "together.",
        "Success is a journey, not a destination. Believe in yourself, step out of your comfort zone and "
        "do not be afraid of failure: it is part of the process. What matters is moving forward every day.",
        "Communication is the key to any relationship of trust with your clients. You need to listen, "
        "understand expectations and provide quality solutions that truly meet the needs of everyone "
        "involved.",
        "Being an entrepreneur takes passion, courage and perseverance. The challenges are many, but with "
        "a clear vision and the right mindset, growth and lasting success are always possible.",
        "Reminding a client takes tact. Ring first, write after that, and stay firm on dates. The "
        "right tone avoids many conflicts along the way.",
    ],
}
PASSES = {
    "fr": [
        "En mars, Karim m'a envoyé un décompte sans signature. Le maître d'œuvre avait noté trois réserves "
        "au crayon, jamais levées. On a écrit une lettre de neuf lignes, en recommandé, et les 5 % étaient "
        "virés.",
        "Le plombier pose son sac, sort un carnet taché et me montre la ligne : « reste dû ». Sous la "
        "ligne, rien, ni date ni nom. Alors on a rappelé la cliente depuis le camion, haut-parleur ouvert.",
        "Avant de visser le dernier robinet, photographiez le compteur, la cuisine vide et le bon signé "
        "posé sur l'évier. Le jour où le client conteste, vous envoyez les trois photos et vous attendez.",
        "Trop court pour être jugé.",
    ],
    "en": [
        "In March, Karim sent me a final account with no signature. The architect had pencilled in three "
        "snags and never cleared them. We wrote nine lines, sent them recorded, and on Friday the 5% was "
        "in.",
        "The plumber drops his bag, pulls out a stained notebook and shows me the line: “still owed”. "
        "Under it, nothing, no date, no name. So we rang her from the van, with the speaker on.",
        "Before you tighten the last tap, photograph the meter, the empty kitchen and the signed slip on "
        "the edge of the sink. The day the client argues, send the three photos and wait.",
        "Too short to be judged.",
    ],
}
