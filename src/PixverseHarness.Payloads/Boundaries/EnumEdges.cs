using PixverseHarness.Contract.Parameters;
using PixverseHarness.Payloads.Cases;

namespace PixverseHarness.Payloads.Boundaries;

/// <summary>Edges of the enum parameters: each allowed value, look-alikes of one, and both sides of every cross-field rule.</summary>
internal static class EnumEdges
{
    private static readonly (string Parameter, string Case, string Raw, Standing Standing)[] LookAlikes =
    [
        ("aspect_ratio", "in-escapes", "1\\u003a1", Standing.Valid),
        ("aspect_ratio", "full-width-colon", "1\uff1a1", Standing.Invalid),
        ("aspect_ratio", "ratio-sign", "1\u22361", Standing.Invalid),
        ("quality", "in-escapes", "\\u0035\\u0034\\u0030p", Standing.Valid),
        ("quality", "full-width", "\uff15\uff14\uff10\uff50", Standing.Invalid),
        ("quality", "cyrillic-er", "540\u0440", Standing.Invalid),
        ("motion_mode", "in-escapes", "\\u006eormal", Standing.Valid),
        ("motion_mode", "zero-character-after", "normal\\u0000", Standing.Invalid),
        ("motion_mode", "fullwidth-n", "\uff4eormal", Standing.Invalid),
        ("style", "in-escapes", "\\u0063lay", Standing.Valid),
        ("style", "dotless-i", "an\u0131me", Standing.Invalid),
        ("style", "lone-surrogate", "clay\\ud800", Standing.Invalid),
    ];

    public static IEnumerable<PayloadCase> All() => [.. Values(), .. LookAlikes.Select(LookAlike), .. Rules()];

    private static IEnumerable<PayloadCase> Values() =>
        from spec in ParameterCatalogue.All
        where spec is { IsEnum: true, Type: ParameterType.Text }
        from value in spec.Allowed
        select Text(new PayloadLabel(BoundaryFamily.Value, spec.Name, value, Standing.Valid), value);

    private static PayloadCase LookAlike((string Parameter, string Case, string Raw, Standing Standing) edge) =>
        Text(new PayloadLabel(BoundaryFamily.Unicode, edge.Parameter, edge.Case, edge.Standing), edge.Raw);

    private static IEnumerable<PayloadCase> Rules() =>
        from quality in Enum.GetValues<Quality>()
        from duration in Enum.GetValues<ClipDuration>()
        from motion in Enum.GetValues<MotionMode>()
        let standing = CrossFieldRules.BrokenBy(quality, duration, motion).IsEmpty ? Standing.Valid : Standing.Invalid
        select new PayloadCase(
            new PayloadLabel(BoundaryFamily.Rules, "quality", TripleName.Of(quality, duration, motion), standing),
            request => BodyDraft.ToUtf8(request with { Quality = quality, Duration = duration, MotionMode = motion }));

    private static PayloadCase Text(PayloadLabel label, string raw) =>
        new(label, request => BodyDraft.Of(Free(request)).With(label.Parameter, $"\"{raw}\"").ToUtf8());

    /// <summary>A request on which every value of the text parameters is free of R1 to R3.</summary>
    private static VideoRequest Free(VideoRequest request) => request with
    {
        Duration = ClipDuration.FiveSeconds,
        MotionMode = MotionMode.Normal,
        Quality = request.Quality == Quality.P1080 ? Quality.P540 : request.Quality,
    };
}
