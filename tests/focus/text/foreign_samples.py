"""Short texts in languages that are neither French nor English, written for these tests."""

from __future__ import annotations

FOREIGN: dict[str, tuple[str, ...]] = {
    "Spanish": (
        "Ayer visité el taller de Marta en Zaragoza. Me enseñó la máquina nueva y me dijo que ya no puede "
        "contratar a nadie antes de la primavera.",
        "Si tienes una tienda pequeña, revisa los contratos de luz cada año: los precios cambian y nadie te avisa.",
        "Cuando empecé a trabajar con restaurantes, creía que el problema era la carta. Era el horario de la cocina.",
    ),
    "German": (
        "Gestern war ich in der Werkstatt von Jürgen in Kassel. Er hat mir die neue Maschine gezeigt und gesagt, "
        "dass er vor dem Frühling niemanden einstellen kann.",
        "Wer einen kleinen Laden führt, sollte seine Stromverträge jedes Jahr prüfen, weil sich die Preise ändern.",
        "Als ich mit Gaststätten zu arbeiten begann, dachte ich, das Problem sei die Karte. Es war der Dienstplan.",
    ),
    "Italian": (
        "Ieri sono stato nel laboratorio di Chiara a Modena. Mi ha mostrato la macchina nuova e mi ha detto che non "
        "può assumere nessuno prima della primavera.",
        "Se avete un piccolo negozio, controllate ogni anno il contratto della luce: i prezzi cambiano e nessuno "
        "vi avverte.",
        "Quando ho iniziato a lavorare con i ristoranti pensavo che il problema fosse il menu. Era l'orario della "
        "cucina.",
    ),
    "Portuguese": (
        "Ontem visitei a oficina da Teresa em Braga. Ela mostrou a máquina nova e disse que não pode contratar "
        "ninguém antes da primavera.",
        "Se você tem uma loja pequena, confira o contrato de luz todos os anos: os preços mudam e ninguém avisa.",
        "Quando comecei a trabalhar com restaurantes, pensava que o problema era a carta. Era o horário da cozinha.",
    ),
    "Dutch": (
        "Gisteren was ik in de werkplaats van Joost in Breda. Hij liet me de nieuwe machine zien en zei dat hij "
        "voor het voorjaar niemand kan aannemen.",
        "Wie een kleine winkel heeft, moet elk jaar zijn stroomcontract nakijken, want de prijzen veranderen steeds.",
        "Toen ik met restaurants begon te werken, dacht ik dat het probleem de kaart was. Het was het rooster.",
    ),
    "Russian": (
        "Вчера я была в мастерской у Марины. Она показала мне новый станок и сказала, что до весны никого не возьмёт.",
        "Если у вас небольшой магазин, каждый год проверяйте договор на электричество: цены меняются, а вам не скажут.",
        "Когда я начал работать с ресторанами, я думал, что дело в меню. Оказалось, что дело в расписании кухни.",
    ),
    "Arabic": (
        "زرت أمس ورشة سلمى في المدينة القديمة. أرتني الآلة الجديدة وقالت إنها لن توظف أحدا قبل الربيع القادم.",
        "إذا كان لديك متجر صغير فراجع عقد الكهرباء كل سنة لأن الأسعار تتغير ولا أحد يخبرك بذلك في الوقت المناسب.",
        "عندما بدأت العمل مع المطاعم ظننت أن المشكلة في قائمة الطعام ولكنها كانت في مواعيد المطبخ طوال الأسبوع.",
    ),
    "Chinese": (
        "昨天我去了玛丽的工作室。她给我看了新机器,说春天之前不能再雇人了。",
        "如果你有一家小店,请每年检查一次电费合同,因为价格会变,没有人会提前告诉你。",
        "刚开始和餐馆合作的时候,我以为问题出在菜单上。后来才知道,问题是厨房的时间表。",
    ),
}
"""By language, three short paragraphs each."""
