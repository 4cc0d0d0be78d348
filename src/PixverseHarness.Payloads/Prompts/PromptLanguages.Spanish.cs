namespace PixverseHarness.Payloads.Prompts;

/// <content>Spanish.</content>
internal static partial class PromptLanguages
{
    /// <summary>Spanish.</summary>
    public static PromptLanguage Spanish { get; } = new()
    {
        Tag = "es",
        Locale = "es",
        Share = 0.15f,
        Scenes =
        [
            new(
                ["un zorro rojo", "un perro mojado", "un lince ibérico", "un colibrí diminuto", "un caballo blanco"],
                ["se detiene y mira a la cámara", "corre sin hacer ruido", "sacude el agua del pelaje", "sigue una pluma que flota", "se despierta y se estira"],
                ["en un bosque nevado", "a la orilla de un río con niebla", "entre la hierba alta", "junto a un lago helado"]),
            new(
                ["una bailaora de flamenco", "un pescador anciano", "una niña con un farolillo", "un músico callejero", "una ciclista empapada"],
                ["se da la vuelta y sonríe", "camina despacio entre la gente", "empieza a bailar bajo la lluvia", "lee una carta arrugada", "levanta la mirada hacia el cielo"],
                ["en un mercado nocturno", "en una calle empedrada", "en una azotea", "en un vagón de metro casi vacío", "en un puerto pequeño"]),
            new(
                ["un robot oxidado", "un tranvía antiguo", "una nave espacial plateada", "un globo aerostático amarillo", "un velero de madera"],
                ["aparece poco a poco", "se detiene de golpe", "surge de la bruma", "deja una estela de chispas", "desaparece detrás de la colina"],
                ["sobre un desierto infinito", "por una carretera de costa", "en una ciudad de neón", "sobre campos de arroz"]),
            new(
                ["un faro solitario", "un campo de girasoles", "una cascada", "un olivo centenario"],
                ["desaparece entre las nubes", "brilla cuando sale el sol", "pasa del verano al invierno", "se mece con la tormenta"],
                ["en una costa rocosa", "en lo alto de la montaña", "al lado de un lago en calma", "al final de un camino de tierra"]),
        ],
        Cameras =
        [
            "travelling lento hacia delante", "cámara en mano", "plano aéreo con dron", "primer plano en contrapicado", "cámara fija",
            "órbita suave de 360 grados", "objetivo de 35 mm con poca profundidad de campo", "plano subjetivo",
        ],
        Lights =
        [
            "luz dorada del atardecer", "luz suave de un día nublado", "luz azul de luna", "reflejos de neón en el asfalto mojado",
            "luz de velas", "niebla de la mañana con rayos de sol", "relámpagos a lo lejos", "contraluz con sombras largas",
        ],
        Looks =
        [
            "cinematográfico", "fotorrealista, 4k", "grano de película de 16 mm", "estilo documental", "colores pastel de ensueño",
            "cine negro", "aspecto de acuarela", "animación fotograma a fotograma",
        ],
        Negatives =
        [
            "sin movimientos bruscos ni zooms rápidos", "borroso, baja calidad, manos deformes", "texto, marca de agua", "gente al fondo",
            "parpadeos, extremidades de más", "colores demasiado saturados",
        ],
        Shapes =
        [
            PromptShape.Parse("{Subject} {action} {place}, {camera}, {light}, {look}."),
            PromptShape.Parse("{subject}, {place}, {light}, {camera}, {look}"),
            PromptShape.Parse("Quiero un vídeo corto: {subject} {action} {place}, cerca de {city}. {Light}, {camera}."),
            PromptShape.Parse("{Camera}. {Subject} {action} {place}. {Light}. ¡Que parezca {look}!"),
            PromptShape.Parse("{subject} {action}, {look}"),
        ],
    };
}
