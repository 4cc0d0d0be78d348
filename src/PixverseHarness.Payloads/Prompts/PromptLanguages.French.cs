namespace PixverseHarness.Payloads.Prompts;

/// <content>French.</content>
internal static partial class PromptLanguages
{
    /// <summary>French.</summary>
    public static PromptLanguage French { get; } = new()
    {
        Tag = "fr",
        Locale = "fr",
        Share = 0.11f,
        Scenes =
        [
            new(
                ["un renard roux", "un vieux chien de berger", "une chouette effraie", "une loutre curieuse", "un cheval noir"],
                ["s'arrête et regarde la caméra", "passe sans un bruit", "s'ébroue", "suit une plume qui flotte", "se réveille et s'étire"],
                ["dans une forêt enneigée", "au bord d'une rivière brumeuse", "dans les hautes herbes", "près d'un lac gelé"]),
            new(
                ["une violoniste en ciré jaune", "un vieux pêcheur", "une petite fille avec une lanterne", "un danseur de rue", "une boulangère"],
                ["se retourne et sourit", "marche lentement dans la foule", "se met à danser sous la pluie", "lit une lettre froissée", "lève les yeux vers le ciel"],
                ["sur un marché de nuit", "dans une ruelle pavée", "sur un toit en zinc", "dans un métro presque vide", "sur un petit port"]),
            new(
                ["un robot rouillé", "un vieux tramway", "un vaisseau spatial argenté", "une montgolfière jaune", "un voilier en bois"],
                ["entre doucement dans le champ", "s'arrête net", "sort de la brume", "laisse une traînée d'étincelles", "disparaît derrière la colline"],
                ["au-dessus d'un désert sans fin", "sur une route côtière", "dans une ville de néons", "au-dessus des rizières"]),
            new(
                ["un phare isolé", "un champ de lavande", "une cascade", "un chêne immense"],
                ["disparaît dans les nuages", "s'illumine quand le soleil perce", "passe de l'été à l'hiver", "se couvre lentement de neige"],
                ["sur une côte rocheuse", "en haute montagne", "près d'un lac immobile", "au bout d'un chemin de terre"]),
        ],
        Cameras =
        [
            "travelling avant lent", "caméra à l'épaule", "plan large au drone", "gros plan en contre-plongée", "caméra fixe",
            "rotation douce à 360°", "objectif 35 mm à faible profondeur de champ", "vue à la première personne",
        ],
        Lights =
        [
            "lumière dorée de fin de journée", "lumière douce d'un ciel couvert", "clair de lune bleuté", "reflets de néons sur l'asphalte mouillé",
            "lueur de bougies", "brume du matin traversée de rayons", "éclairs au loin", "contre-jour aux ombres longues",
        ],
        Looks =
        [
            "cinématographique", "photoréaliste, 4k", "grain de pellicule 16 mm", "façon documentaire", "couleurs pastel oniriques",
            "film noir", "aquarelle", "animation image par image",
        ],
        Negatives =
        [
            "pas de mouvements brusques, pas de zooms rapides", "flou, mains déformées", "texte, filigrane, logo", "des gens à l'arrière-plan",
            "scintillement, membres en trop", "couleurs trop saturées",
        ],
        Shapes =
        [
            PromptShape.Parse("{Subject} {action} {place}, {camera}, {light}, {look}."),
            PromptShape.Parse("{subject}, {place}, {light}, {camera}, {look}"),
            PromptShape.Parse("Une courte vidéo\u00a0: {subject} {action} {place}, du côté de {city}. {Light}, {look}."),
            PromptShape.Parse("{Camera}, {light}. {Subject} {action} {place}. Rendu {look}."),
            PromptShape.Parse("{subject} {action}, {look}"),
        ],
    };
}
