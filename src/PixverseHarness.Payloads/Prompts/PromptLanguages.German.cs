namespace PixverseHarness.Payloads.Prompts;

/// <content>German.</content>
internal static partial class PromptLanguages
{
    /// <summary>German.</summary>
    public static PromptLanguage German { get; } = new()
    {
        Tag = "de",
        Locale = "de",
        Share = 0.12f,
        Scenes =
        [
            new(
                ["ein roter Fuchs", "ein nasser Hütehund", "eine Schneeeule", "ein neugieriger Otter", "ein schwarzes Pferd"],
                ["bleibt stehen und schaut in die Kamera", "läuft lautlos vorbei", "schüttelt sich", "folgt einer schwebenden Feder", "wacht auf und streckt sich"],
                ["im verschneiten Birkenwald", "am nebligen Flussufer", "im hohen Gras", "am Rand eines zugefrorenen Sees"]),
            new(
                ["eine Straßenmusikerin", "ein alter Fischer", "ein Mädchen mit Papierlaterne", "eine Balletttänzerin", "ein Fahrradkurier"],
                ["dreht sich um und lächelt", "geht langsam durch die Menge", "fängt an, im Regen zu tanzen", "liest einen zerknitterten Brief", "blickt auf, als die Lichter angehen"],
                ["auf einem vollen Nachtmarkt", "in einer engen Gasse", "auf dem Dach eines Parkhauses", "in einer halb leeren U-Bahn", "an einem kleinen Hafen"]),
            new(
                ["ein rostiger Lieferroboter", "eine alte Straßenbahn", "ein silbernes Raumschiff", "ein gelber Heißluftballon", "ein hölzernes Segelboot"],
                ["gleitet ins Bild", "bleibt abrupt stehen", "steigt langsam aus dem Nebel", "zieht eine Spur aus Funken", "verschwindet hinter dem Hügel"],
                ["über einer endlosen Wüste", "auf einer Küstenstraße", "in einer Stadt voller Neonlicht", "über grünen Reisterrassen"]),
            new(
                ["ein einsamer Leuchtturm", "ein Sonnenblumenfeld", "ein Wasserfall", "eine riesige Eiche"],
                ["verschwindet in den Wolken", "leuchtet auf, als die Sonne durchbricht", "wechselt vom Sommer zum Winter", "wird langsam von Schnee bedeckt"],
                ["an einer felsigen Küste", "hoch in den Bergen", "neben einem stillen See", "am Ende eines Feldwegs"]),
        ],
        Cameras =
        [
            "langsame Kamerafahrt nach vorn", "Handkamera", "weite Drohnenaufnahme", "Nahaufnahme aus der Froschperspektive", "feste Kamera auf dem Stativ",
            "ruhiger Schwenk um 360 Grad", "35-mm-Objektiv mit geringer Schärfentiefe", "Ego-Perspektive",
        ],
        Lights =
        [
            "goldenes Abendlicht", "weiches Licht bei bedecktem Himmel", "blaues Mondlicht", "Neonlichter auf nassem Asphalt", "grelle Mittagssonne",
            "Kerzenschein", "Morgennebel mit Sonnenstrahlen", "Gegenlicht mit langen Schatten",
        ],
        Looks =
        [
            "filmisch", "fotorealistisch, 4k", "körniger 16-mm-Film", "wie in einer Naturdoku", "verträumte Pastellfarben",
            "düster wie Film noir", "Stop-Motion", "Aquarell",
        ],
        Negatives =
        [
            "keine plötzlichen Bewegungen, keine schnellen Zooms", "unscharf, verzerrte Hände", "Text, Wasserzeichen, Logo", "Menschen im Hintergrund",
            "Flackern, überzählige Gliedmaßen", "keine Schnitte bitte",
        ],
        Shapes =
        [
            PromptShape.Parse("{Subject} {action} {place}, {camera}, {light}, {look}."),
            PromptShape.Parse("{subject}, {place}, {light}, {camera}, {look}"),
            PromptShape.Parse("Bitte ein kurzes Video: {subject} {action} {place} bei {city}. {Light}, {look}."),
            PromptShape.Parse("Szene: {subject} {action} {place}. Kamera: {camera}. Licht: {light}. Stil: {look}."),
            PromptShape.Parse("{subject} {action}, {look}"),
        ],
    };
}
