using System.Globalization;
using System.Text;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Payloads.Cases;

namespace PixverseHarness.Payloads.Boundaries;

/// <summary>Edges of the two free texts: their length and their characters.</summary>
internal static class TextEdges
{
    private const string Fox = "\U0001F98A";
    private const string Family = "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466";

    // Raw JSON between the quotes. Text that is well-formed Unicode without control characters is a string like any
    // other; about the rest, no source says how far it gets.
    private static readonly (string Case, string Raw, Standing Standing)[] Characters =
    [
        ("astral", Fox + " runs", Standing.Valid),
        ("astral-in-escapes", "\\ud83e\\udd8a runs", Standing.Valid),
        ("joined-family", Family, Standing.Valid),
        ("flags-and-skin-tones", "\U0001F1E8\U0001F1F4 \U0001F44B\U0001F3FE", Standing.Valid),
        ("composed", "caf\u00e9", Standing.Valid),
        ("decomposed", "cafe\u0301", Standing.Valid),
        ("many-combining-marks", "f" + new string('\u0336', 50) + "ox", Standing.Valid),
        ("right-to-left", "\u062b\u0639\u0644\u0628 \u0623\u062d\u0645\u0631 \u0641\u064a \u0627\u0644\u062b\u0644\u062c", Standing.Valid),
        ("mixed-directions", "fox \u05e9\u05d5\u05e2\u05dc 123 \u062b\u0639\u0644\u0628", Standing.Valid),
        ("direction-override", "abc \u202Efox\u202C def", Standing.Valid),
        ("han-kana-hangul", "\u72d0\u72f8 \u30ad\u30c4\u30cd \uc5ec\uc6b0", Standing.Valid),
        ("devanagari-conjuncts", "\u0915\u094d\u0937\u093f", Standing.Valid),
        ("line-separator", "fox\u2028runs\u2029", Standing.Valid),
        ("byte-order-mark-inside", "fox\ufeffruns", Standing.Valid),
        ("private-use", "fox \ue000", Standing.Valid),
        ("last-code-point", "fox \\udbff\\udfff", Standing.Unknown),
        ("noncharacter", "fox \uffff", Standing.Unknown),
        ("only-zero-width-space", "\u200b", Standing.Unknown),
        ("only-hangul-filler", "\u3164", Standing.Unknown),
        ("only-digits", "5", Standing.Valid),
        ("only-punctuation", "?!", Standing.Valid),
        ("reads-null", "null", Standing.Valid),
        ("reads-json", "{\\\"prompt\\\":\\\"x\\\"}", Standing.Valid),
        ("reads-markup", "<script>alert(1)</script>&amp;", Standing.Valid),
        ("reads-template", "{{7*7}} ${HOME} %s", Standing.Valid),
        ("quotes-and-backslashes", "\\\"fox\\\" \\\\ \\/", Standing.Valid),
        ("line-breaks", "fox\\r\\nruns\\n", Standing.Valid),
        ("all-in-escapes", "\\u0061\\u0020\\u0066\\u006f\\u0078", Standing.Valid),
        ("zero-character", "fox\\u0000", Standing.Unknown),
        ("control-characters", "\\u0001\\u001b[31mfox\\u007f", Standing.Unknown),
        ("bell-and-form-feed", "fox\\b\\f", Standing.Unknown),
        ("lone-high-surrogate", "fox \\ud83e", Standing.Unknown),
        ("lone-low-surrogate", "fox \\udd8a", Standing.Unknown),
        ("swapped-surrogates", "\\udd8a\\ud83e", Standing.Unknown),
        ("high-surrogate-then-text", "\\ud83efox", Standing.Unknown),
    ];

    public static IEnumerable<PayloadCase> All() =>
        from spec in ParameterCatalogue.All
        where spec is { Type: ParameterType.Text, IsEnum: false }
        from edge in Lengths(spec).Concat(Characters.Select(c => Case(spec, BoundaryFamily.Unicode, c.Case, c.Standing, c.Raw)))
        select edge;

    private static IEnumerable<PayloadCase> Lengths(ParameterSpec spec)
    {
        yield return Length(spec, 0, "a", spec.Required ? Standing.Invalid : Standing.Valid);
        foreach (var length in new[] { 1, 2, 2047, 2048 })
        {
            yield return Length(spec, length, "a", Standing.Valid);
        }

        foreach (var length in new[] { 2049, 4096, 65_536, 1_000_000 })
        {
            yield return Length(spec, length, "a", Standing.Unknown);
        }

        // The same number of characters to a reader, more of them to whoever counts UTF-16 units, code points or bytes.
        foreach (var length in new[] { 512, 1024, 2048 })
        {
            yield return Length(spec, length, Fox, Standing.Unknown, "astral");
            yield return Length(spec, length, "e\u0301", Standing.Unknown, "decomposed");
            yield return Length(spec, length, "\u72d0", Standing.Unknown, "three-byte");
        }
    }

    private static PayloadCase Length(ParameterSpec spec, int count, string unit, Standing standing, string of = "ascii")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{count}-{of}");
        return Case(spec, BoundaryFamily.Length, name, standing, () => new StringBuilder().Insert(0, unit, count).ToString());
    }

    private static PayloadCase Case(ParameterSpec spec, string family, string name, Standing standing, string raw) =>
        Case(spec, family, name, standing, () => raw);

    private static PayloadCase Case(ParameterSpec spec, string family, string name, Standing standing, Func<string> raw) =>
        new(new PayloadLabel(family, spec.Name, name, standing), request => BodyDraft.Of(request).With(spec.Name, $"\"{raw()}\"").ToUtf8());
}
