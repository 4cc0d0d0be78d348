using System.Text;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Payloads.Cases;

namespace PixverseHarness.Payloads.Violations;

/// <summary>Bodies that are sent as JSON and are none, and JSON that is no object.</summary>
internal static class MalformedJson
{
    private const string Ratio = "\"aspect_ratio\"";

    public static IEnumerable<PayloadCase> All() =>
    [
        .. Structure.Select(c => Case(ViolationFamily.MalformedJson, ParameterFaultKind.MalformedJson, c.Name, c.Break)),
        .. Literals.Select(c => Case(ViolationFamily.MalformedJson, ParameterFaultKind.MalformedJson, c.Name, c.Break)),
        .. OtherLanguages.Select(c => Case(ViolationFamily.MalformedJson, ParameterFaultKind.MalformedJson, c.Name, c.Break)),
        .. NoObjects.Select(c => Case(ViolationFamily.NotAnObject, ParameterFaultKind.NotAnObject, c.Name, c.Break)),
    ];

    private static (string Name, Func<BodyDraft, string> Break)[] Structure =>
    [
        ("no-body", _ => ""),
        ("only-white-space", _ => " \r\n\t"),
        ("half", draft => draft.ToText()[..(draft.ToText().Length / 2)]),
        ("no-closing-brace", draft => draft.ToText()[..^1]),
        ("no-opening-brace", draft => draft.ToText()[1..]),
        ("closed-by-bracket", draft => draft.ToText()[..^1] + "]"),
        ("one-brace-too-many", draft => draft.ToText() + "}"),
        ("text-after-the-object", draft => draft.ToText() + "ok"),
        ("zero-byte-after-the-object", draft => draft.ToText() + "\0"),
        ("two-objects", draft => draft.ToText() + draft.ToText()),
        ("two-lines", draft => draft.ToText() + "\n" + draft.ToText()),
        ("trailing-comma", draft => draft.ToText()[..^1] + ",}"),
        ("leading-comma", draft => "{," + draft.ToText()[1..]),
        ("two-commas", draft => AtRatio(draft, "," + Ratio)),
        ("missing-comma", draft => draft.ToText().Replace("," + Ratio, Ratio, StringComparison.Ordinal)),
        ("semicolon", draft => draft.ToText().Replace("," + Ratio, ";" + Ratio, StringComparison.Ordinal)),
        ("missing-colon", draft => draft.ToText().Replace(Ratio + ":", Ratio + " ", StringComparison.Ordinal)),
        ("equals-sign", draft => draft.ToText().Replace(Ratio + ":", Ratio + "=", StringComparison.Ordinal)),
        ("two-colons", draft => AtRatio(draft, Ratio + ":")),
        ("missing-value", draft => draft.With("aspect_ratio", "").ToText()),
        ("single-quotes", draft => AtRatio(draft, "'aspect_ratio'")),
        ("curly-quotes", draft => AtRatio(draft, "\u201caspect_ratio\u201d")),
        ("unquoted-name", draft => AtRatio(draft, "aspect_ratio")),
        ("number-as-name", draft => AtRatio(draft, "5")),
        ("line-comment", draft => AtRatio(draft, "// the shape\n" + Ratio)),
        ("block-comment", draft => AtRatio(draft, "/* the shape */" + Ratio)),
        ("hash-comment", draft => AtRatio(draft, "# the shape\n" + Ratio)),
        ("unclosed-array", draft => draft.Append("\"extra\"", "[1,2").ToText()),
    ];

    private static (string Name, Func<BodyDraft, string> Break)[] Literals =>
    [
        .. new[]
        {
            ("not-a-number", "NaN"), ("infinity", "Infinity"), ("minus-infinity", "-Infinity"), ("hexadecimal", "0x5"), ("leading-zero", "05"),
            ("plus-sign", "+5"), ("two-minus-signs", "--5"), ("lone-minus", "-"), ("no-digit-before-point", ".5"), ("no-digit-after-point", "5."),
            ("no-exponent-digits", "5e"), ("thousands-separator", "5_000"), ("undefined", "undefined"), ("python-none", "None"),
            ("capital-true", "True"), ("capital-null", "NULL"),
        }.Select(literal => (literal.Item1, (Func<BodyDraft, string>)(draft => draft.With("seed", literal.Item2).ToText()))),
        .. new[]
        {
            ("unquoted-text", "a red fox"), ("unclosed-text", "\"a red fox"), ("raw-newline", "\"a red\nfox\""), ("raw-tab", "\"a red\tfox\""),
            ("raw-zero-byte", "\"a red\0fox\""), ("unknown-escape", "\"a red\\x20fox\""), ("short-escape", "\"a red\\u12\""),
            ("escape-without-hex", "\"a red\\uZZZZ\""), ("single-quoted-text", "'a red fox'"), ("unescaped-quotes", "\"a \"red\" fox\""),
        }.Select(text => (text.Item1, (Func<BodyDraft, string>)(draft => draft.With("prompt", text.Item2).ToText()))),
    ];

    private static (string Name, Func<BodyDraft, string> Break)[] OtherLanguages =>
    [
        ("form-fields", _ => "prompt=a+red+fox&aspect_ratio=16%3A9&duration=5&motion_mode=normal&quality=540p"),
        ("xml", _ => "<request><prompt>a red fox</prompt><duration>5</duration></request>"),
        ("yaml", _ => "prompt: a red fox\nduration: 5\nquality: 540p\n"),
        ("html", _ => "<!doctype html><title>502 Bad Gateway</title>"),
        ("javascript", draft => "const body = " + draft.ToText() + ";"),
        ("callback", draft => "callback(" + draft.ToText() + ")"),
        ("guard-prefix", draft => ")]}'\n" + draft.ToText()),
        ("percent-encoded", draft => Uri.EscapeDataString(draft.ToText())),
        ("base64", draft => Convert.ToBase64String(draft.ToUtf8())),
        ("placeholder-left-in", draft => draft.With("prompt", "${prompt}").ToText()),
        ("object-to-text", _ => "[object Object]"),
    ];

    private static (string Name, Func<BodyDraft, string> Break)[] NoObjects =>
    [
        ("encoded-twice", draft => BodyDraft.Quote(draft.ToText())),
        ("in-an-array", draft => $"[{draft.ToText()}]"),
        ("empty-array", _ => "[]"),
        ("text", _ => "\"a red fox\""),
        ("number", _ => "5"),
        ("true", _ => "true"),
        ("null", _ => "null"),
    ];

    private static string AtRatio(BodyDraft draft, string replacement) => draft.ToText().Replace(Ratio, replacement, StringComparison.Ordinal);

    private static PayloadCase Case(string family, ParameterFaultKind fault, string name, Func<BodyDraft, string> breakIt)
    {
        var label = new PayloadLabel(family, PayloadLabel.Body, name, Standing.Invalid) { Fault = fault, Member = "" };
        return new PayloadCase(label, request => Encoding.UTF8.GetBytes(breakIt(BodyDraft.Of(request))));
    }
}
