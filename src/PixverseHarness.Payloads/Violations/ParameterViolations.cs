using System.Globalization;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Payloads.Cases;

namespace PixverseHarness.Payloads.Violations;

/// <summary>Violations of a single parameter.</summary>
internal static class ParameterViolations
{
    private static readonly string[] NoTexts = ["5", "true", "[]", "{}"];
    private static readonly string[] NoIntegers = ["5.5", "true", "[5]", "{}", "\"five\""];

    private static readonly (string Case, string Before, string After)[] Paddings =
    [
        ("leading-space", " ", ""), ("trailing-space", "", " "), ("trailing-newline", "", "\n"), ("tabs", "\t", "\t"),
        ("no-break-space", "", "\u00a0"), ("zero-width-space", "\u200b", ""),
    ];

    private static readonly (string Case, string Text)[] Blanks =
    [
        ("empty", ""), ("space", " "), ("newlines-and-tabs", "\r\n\t"), ("ideographic-space", "\u3000"),
    ];

    private static readonly Dictionary<string, string[]> Outsiders = new(StringComparer.Ordinal)
    {
        ["aspect_ratio"] = ["21:9", "2:1", "16/9", "16x9", "1.78"],
        ["duration"] = ["4", "6", "7", "9", "0", "-5", "10", "2147483648"],
        ["motion_mode"] = ["slow", "turbo", "normal,fast"],
        ["quality"] = ["4k", "480p", "1440p", "540", "1080"],

        // The upstream vendor spells clay so.
        ["style"] = ["day", "realistic", "none", "null", "3d-animation"],
    };

    public static IEnumerable<PayloadCase> All() => ParameterCatalogue.All.SelectMany(Of);

    /// <summary>The values outside a parameter's set; none for a free parameter.</summary>
    public static IReadOnlyList<PayloadCase> OutsideOf(string parameter) => [.. OutOfEnum(ParameterCatalogue.Find(parameter)!)];

    private static IEnumerable<PayloadCase> Of(ParameterSpec spec) =>
    [
        .. Missing(spec), .. Null(spec), .. WrongType(spec), .. OutOfEnum(spec), .. WrongCase(spec), .. Padded(spec), .. Empty(spec),
        .. TooLong(spec), .. OutOfRange(spec),
    ];

    private static IEnumerable<PayloadCase> Missing(ParameterSpec spec)
    {
        if (spec.Required)
        {
            var standing = spec.Default is null ? Standing.Invalid : Standing.Unknown;
            var label = Label(spec, ViolationFamily.Missing, "absent", ParameterFaultKind.Missing, standing);
            yield return new PayloadCase(label, request => BodyDraft.Of(request).Without(spec.Name).ToUtf8());
        }
    }

    private static IEnumerable<PayloadCase> Null(ParameterSpec spec)
    {
        if (!spec.Nullable)
        {
            yield return Case(spec, ViolationFamily.Null, "null", ParameterFaultKind.Null, "null");
        }
    }

    private static IEnumerable<PayloadCase> WrongType(ParameterSpec spec) =>
        (spec.Type == ParameterType.Integer ? NoIntegers : NoTexts)
            .Select(raw => Case(spec, ViolationFamily.WrongType, NameOf(raw), ParameterFaultKind.WrongType, raw));

    private static IEnumerable<PayloadCase> OutOfEnum(ParameterSpec spec) =>
        Outsiders.GetValueOrDefault(spec.Name, [])
            .Select(value => Case(spec, ViolationFamily.OutOfEnum, value, ParameterFaultKind.NotAllowed, Raw(spec, value)));

    private static IEnumerable<PayloadCase> WrongCase(ParameterSpec spec)
    {
        if (spec.IsEnum && spec.Allowed.Any(v => v.Any(char.IsLetter)))
        {
            yield return Changed(spec, ViolationFamily.WrongCase, "upper", value => value.ToUpperInvariant());
        }

        if (spec.IsEnum && spec.Allowed.All(v => v.Count(char.IsLetter) > 1))
        {
            yield return Changed(spec, ViolationFamily.WrongCase, "capital", Capital);
        }
    }

    private static IEnumerable<PayloadCase> Padded(ParameterSpec spec) =>
        spec.IsEnum && spec.Type == ParameterType.Text
            ? Paddings.Select(p => Changed(spec, ViolationFamily.Padded, p.Case, value => p.Before + value + p.After))
            : [];

    private static IEnumerable<PayloadCase> Empty(ParameterSpec spec) => spec switch
    {
        { Type: ParameterType.Integer } => [Case(spec, ViolationFamily.Empty, "empty", ParameterFaultKind.WrongType, "\"\"")],
        { IsEnum: true } => [Case(spec, ViolationFamily.Empty, "empty", ParameterFaultKind.NotAllowed, "\"\"")],
        { Required: true } => Blanks.Select(b => Case(spec, ViolationFamily.Empty, b.Case, ParameterFaultKind.Empty, BodyDraft.Quote(b.Text))),
        _ => [],
    };

    private static IEnumerable<PayloadCase> TooLong(ParameterSpec spec) =>
        spec is { Type: ParameterType.Text, IsEnum: false }
            ? new[] { 2049, 10_000 }.Select(length => Case(
                spec, ViolationFamily.TooLong, string.Create(CultureInfo.InvariantCulture, $"{length}-code-points"),
                ParameterFaultKind.TooLong, BodyDraft.Quote(new string('a', length)), Standing.Unknown))
            : [];

    private static IEnumerable<PayloadCase> OutOfRange(ParameterSpec spec) =>
        spec is { Type: ParameterType.Integer, IsEnum: false }
            ? new[] { "-1", "2147483648", "9223372036854775807" }.Select(number =>
                Case(spec, ViolationFamily.OutOfRange, number, ParameterFaultKind.OutOfRange, number, Standing.Unknown))
            : [];

    private static PayloadCase Case(
        ParameterSpec spec, string family, string name, ParameterFaultKind fault, string raw, Standing standing = Standing.Invalid) =>
        new(Label(spec, family, name, fault, standing), request => BodyDraft.Of(request).With(spec.Name, raw).ToUtf8());

    /// <summary>The request's own value, changed; the first allowed value when it has none.</summary>
    private static PayloadCase Changed(ParameterSpec spec, string family, string name, Func<string, string> change) =>
        new(Label(spec, family, name, ParameterFaultKind.NotAllowed, Standing.Invalid), request =>
        {
            var draft = BodyDraft.Of(request);
            var value = draft.RawOf(spec.Name)?.Trim('"') ?? spec.Allowed[0];
            return draft.With(spec.Name, BodyDraft.Quote(change(value))).ToUtf8();
        });

    private static PayloadLabel Label(ParameterSpec spec, string family, string name, ParameterFaultKind fault, Standing standing) =>
        new(family, spec.Name, name, standing) { Fault = fault };

    private static string Raw(ParameterSpec spec, string value) => spec.Type == ParameterType.Integer ? value : BodyDraft.Quote(value);

    private static string Capital(string value)
    {
        var first = value.ToList().FindIndex(char.IsLetter);
        return value[..first] + char.ToUpperInvariant(value[first]) + value[(first + 1)..];
    }

    private static string NameOf(string raw) => raw[0] switch
    {
        '"' => "text",
        '[' => "array",
        '{' => "object",
        't' => "boolean",
        _ => raw.Contains('.', StringComparison.Ordinal) ? "fraction" : "number",
    };
}
