"""Whom openings call, by brief: names of its own readers that the brief does not use itself, and of others."""

from __future__ import annotations

from typing import NamedTuple


class Called(NamedTuple):
    """The readers of a brief.

    Attributes:
        audience: the field of the brief.
        words: words of its trade, and what its readers ask.
        own: calls to its readers.
        others: calls to others.
    """

    audience: str
    words: tuple[str, ...]
    own: tuple[str, ...]
    others: tuple[str, ...]


CALLED: dict[str, tuple[Called, ...]] = {
    "fr": (
        Called(
            "Patrons de petites entreprises du bâtiment du Rhône, de 5 à 20 salariés, qui avancent la trésorerie",
            ("retenue de garantie", "décompte", "chantier", "réception", "Comment récupérer mes 5 % ?"),
            (
                "Artisans du bâtiment", "Maçons", "Chers maçons", "Menuisiers", "Couvreurs du Rhône",
                "Chefs d’entreprise du BTP", "Gérants de SARL du bâtiment", "Entrepreneurs", "Électriciens",
                "Plombiers chauffagistes", "Chères plaquistes", "Dirigeants de PME", "Artisans du second œuvre",
                "Gérantes d’entreprises de construction", "Professionnels du bâtiment", "Chers artisans",
                "Peintres en bâtiment", "Patrons du BTP", "Entreprises du bâtiment", "Indépendants",
            ),
            (
                "Infirmières libérales", "Chers libraires", "Boulangers", "Directeurs achats", "Avocats",
                "Chers notaires", "Parents d’élèves", "Coiffeuses", "Étudiants en droit", "Chers banquiers",
                "DRH de grands groupes", "Restaurateurs", "Développeurs web", "Professeurs des écoles",
                "Éditeurs de logiciels",
            ),
        ),
        Called(
            "Conseillers RH indépendants et responsables RH de PME",
            ("entretien annuel", "inaptitude", "arrêt maladie", "recrutement", "Comment mener un entretien ?"),
            (
                "Consultants RH", "DRH de PME", "Chers collègues RH", "Responsables RH", "Recruteurs",
                "Chères DRH", "Directrices des ressources humaines", "Chargés de recrutement", "Pros des RH",
                "Équipes RH",
            ),
            (
                "Maçons", "Chers fleuristes", "Infirmiers", "Candidats", "Chers retraités", "Chefs cuisiniers",
                "Agriculteurs", "Locataires", "Chers commerçants",
            ),
        ),
        Called(
            "Infirmières et kinésithérapeutes libéraux de Bretagne, souvent seuls au cabinet",
            ("tournée", "cotation", "ordonnance", "remplaçante", "Comment coter un passage de nuit ?"),
            (
                "Soignants", "Orthophonistes", "Sages-femmes", "Professionnels de santé", "Chers médecins",
                "Praticiens", "Soignantes libérales", "Chers ostéopathes",
            ),
            ("Patients", "Chers plombiers", "Comptables", "Vignerons", "Directeurs d’école", "Touristes"),
        ),
        Called(
            "Commerçants de centre-ville, en Anjou, qui ouvrent six jours sur sept",
            ("vitrine", "caisse", "stock", "soldes", "Comment tenir la vitrine en semaine creuse ?"),
            (
                "Libraires", "Chères fleuristes", "Bijoutiers", "Gérants de boutique", "Détaillants",
                "Marchands de chaussures", "Chers commerçants", "Patronnes",
            ),
            ("Étudiants", "Chers agriculteurs", "Avocats", "Infirmiers", "Chercheurs", "Policiers"),
        ),
        Called(
            "Céramistes, ébénistes et relieuses qui vivent de leurs pièces",
            ("pièce", "marché", "four", "commande", "Comment fixer le prix d’une pièce unique ?"),
            ("Artisans d’art", "Potières", "Luthiers", "Chers tapissiers", "Créatrices", "Métiers d’art"),
            ("Chers notaires", "Infirmières", "Syndics", "Garagistes", "Directeurs financiers"),
        ),
        Called(
            "Enseignants de collège, en zone rurale",
            ("classe", "cahier", "dictée", "conseil de classe", "Comment tenir une heure de dictée ?"),
            ("Professeurs", "Chers profs de français", "Professeures", "Formateurs"),
            ("Parents", "Plombiers", "Chers restaurateurs", "Chefs d’entreprise", "Vétérinaires"),
        ),
    ),
    "en": (
        Called(
            "Owners of small building firms in Yorkshire, who carry the cash flow of their jobs",
            ("retention", "final account", "snag list", "handover", "How do I get my 5% retention back?"),
            (
                "Builders", "Roofers", "Dear joiners", "Plumbers", "Electricians", "Bricklayers", "Business owners",
                "Founders", "Owners", "Dear tradespeople", "Yorkshire builders", "Entrepreneurs",
                "Small business owners",
                "Construction company directors", "Building contractors", "Managers of construction firms",
                "Freelancers",
                "Painters and decorators", "Dear bosses",
            ),
            (
                "Community nurses", "Dear booksellers", "Teachers", "Hiring managers", "Bakers",
                "Dear lawyers", "Students",
                "Gym owners", "Shepherds", "Dear patients", "Accountants", "Web developers", "Stepmums",
                "Restaurant owners",
            ),
        ),
        Called(
            "HR managers and independent HR consultants in small firms",
            ("appraisal", "sickness absence", "grievance", "recruitment", "How do I run an appraisal?"),
            (
                "HR directors", "Recruiters", "HR advisers", "Dear HR colleagues", "Payroll managers", "Heads of HR",
                "Hiring managers", "HR teams", "People in HR",
            ),
            ("Plumbers", "Dear florists", "Nurses", "Candidates", "Farmers", "Dear parents", "Chefs", "Tenants"),
        ),
        Called(
            "Independent retailers on the high street, open six days a week",
            ("window", "till", "stock", "footfall", "How do I dress the window in a quiet week?"),
            (
                "Shopkeepers", "Booksellers", "Dear florists", "Shop owners", "Jewellers", "Greengrocers",
                "Business owners",
                "Dear traders",
            ),
            ("Surgeons", "Dear farmers", "Lawyers", "Researchers", "Policemen", "Nurses"),
        ),
        Called(
            "Physiotherapists and osteopaths in private practice, often alone",
            ("notes", "clinic", "referral", "appointment", "How do I fill a Monday morning?"),
            (
                "Chiropractors", "Dear podiatrists", "Clinicians",
                "Healthcare professionals", "Practice owners", "Physios",
            ),
            ("Dear patients", "Plumbers", "Bookkeepers", "Winemakers", "School leaders", "Brides"),
        ),
        Called(
            "Potters, weavers and silversmiths who live by what they make",
            ("kiln", "market", "commission", "wholesale", "How do I price a one-off piece?"),
            ("Makers", "Craftspeople", "Dear bookbinders", "Ceramicists", "Cabinetmakers", "Craft business owners"),
            ("Dear lawyers", "Nurses", "Estate agents", "Mechanics", "Finance directors"),
        ),
        Called(
            "Primary school teachers in the first years of the job",
            ("classroom", "phonics", "reading", "behaviour", "How do I settle a class after lunch?"),
            ("Educators", "Dear tutors", "Dear teaching colleagues", "Teaching assistants"),
            ("Parents", "Plumbers", "Dear restaurateurs", "Business owners", "Vets"),
        ),
    ),
}  # fmt: skip
