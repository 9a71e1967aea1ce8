"""`no-next-step`: texts that simply stop, and the many ways of leading on."""

from tests.focus.build import post

_FR = "Le décompte final se lit de bas en haut. La retenue de garantie se cache deux lignes au-dessus du solde."
_EN = "A final account reads from the bottom up. The retention hides two lines above the balance of the job."

FIRES = {
    "fr": [
        post(_FR),
        post("Karim a été payé le vendredi. La cliente avait perdu la lettre, et l'a retrouvée sous la cafetière."),
        post("Trois réserves au crayon, jamais levées, et un an de retard. Le maître d'œuvre ne s'en souvenait pas."),
        post("La facture est restée sur le tableau de bord tout l'hiver. Au printemps, l'encre était devenue bleue."),
    ],
    "en": [
        post(_EN),
        post("Karim was paid on the Friday. The client had lost the letter, and it was under the coffee machine."),
        post("Three snags in pencil, never cleared, and a year of delay. The architect did not remember any of them."),
        post("The invoice stayed on the dashboard all winter. By spring the ink had turned blue and nobody had paid."),
    ],
}
PASSES = {
    "fr": [
        post(f"{_FR} Que dit la vôtre ?"),
        post(f"{_FR} Envoyez-moi la photo du vôtre."),
        post(_FR, next_step="Demander le modèle de lettre"),
        post("Le décompte se lit de bas en haut."),
        post(title="Le décompte final se lit de bas en haut, et la retenue se cache un peu plus haut"),
    ],
    "en": [
        post(f"{_EN} What does yours say?"),
        post(f"{_EN} Send me a photo of yours."),
        post(_EN, next_step="Ask for the letter"),
        post("A final account reads from the bottom up."),
        post(title="A final account reads from the bottom up, and the retention hides a little higher up"),
    ],
}
