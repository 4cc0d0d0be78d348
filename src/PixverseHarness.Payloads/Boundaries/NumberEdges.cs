using PixverseHarness.Contract.Parameters;
using PixverseHarness.Payloads.Cases;

namespace PixverseHarness.Payloads.Boundaries;

/// <summary>Edges of the two integers: their range and the ways in which JSON can write a number.</summary>
internal static class NumberEdges
{
    private static readonly (string Raw, Standing Standing)[] Seeds =
    [
        ("0", Standing.Unknown), ("1", Standing.Valid), ("56698", Standing.Valid), ("2147483646", Standing.Valid), ("2147483647", Standing.Valid),
        ("2147483648", Standing.Unknown), ("4294967295", Standing.Unknown), ("4294967296", Standing.Unknown), ("-1", Standing.Unknown),
        ("-2147483648", Standing.Unknown), ("9007199254740991", Standing.Unknown), ("9007199254740993", Standing.Unknown),
        ("9223372036854775807", Standing.Unknown), ("9223372036854775808", Standing.Unknown), ("-9223372036854775808", Standing.Unknown),
        ("18446744073709551616", Standing.Unknown), ("123456789012345678901234567890123456789012345678901234567890", Standing.Unknown),
    ];

    private static readonly (string Raw, Standing Standing)[] Durations =
    [
        ("4", Standing.Invalid), ("5", Standing.Valid), ("6", Standing.Invalid), ("7", Standing.Invalid), ("8", Standing.Valid),
        ("9", Standing.Invalid), ("0", Standing.Invalid), ("-5", Standing.Invalid), ("-8", Standing.Invalid), ("2147483653", Standing.Invalid),
        ("4294967301", Standing.Invalid), ("18446744073709551621", Standing.Invalid),
    ];

    // All but the last few are five by value; whether the API compares values or literals is unknown (section 15).
    private static readonly (string Case, string Raw, Standing Standing)[] Forms =
    [
        ("point-zero", "5.0", Standing.Unknown), ("many-zeros", "5.0000000000000000000000000000000000000000", Standing.Unknown),
        ("exponent-zero", "5e0", Standing.Unknown), ("capital-exponent", "5E+0", Standing.Unknown), ("exponent-up", "0.5e1", Standing.Unknown),
        ("exponent-down", "50e-1", Standing.Unknown), ("long-exponent", "5e-0000000000000000000000", Standing.Unknown),
        ("as-text", "\"5\"", Standing.Unknown), ("as-text-with-point", "\"5.0\"", Standing.Unknown), ("as-text-with-plus", "\"+5\"", Standing.Unknown),
        ("as-padded-text", "\" 5 \"", Standing.Unknown), ("as-full-width-text", "\"\uff15\"", Standing.Invalid),
        ("fraction-a-double-drops", "5.0000000000000000000000001", Standing.Invalid), ("almost-five", "4.9999999999999999999999999", Standing.Invalid),
        ("half-more", "5.5", Standing.Invalid), ("beyond-double", "5e400", Standing.Unknown), ("below-double", "5e-400", Standing.Invalid),
        ("exponent-beyond-int", "5e99999999999", Standing.Unknown),
    ];

    public static IEnumerable<PayloadCase> All() =>
    [
        .. Seeds.Select(s => Case("seed", BoundaryFamily.Value, s.Raw, s.Raw, s.Standing)),
        Case("seed", BoundaryFamily.NumberForm, "minus-zero", "-0", Standing.Unknown),
        .. Durations.Select(d => Case("duration", BoundaryFamily.Value, d.Raw, d.Raw, d.Standing)),
        .. Forms.Select(f => Case("seed", BoundaryFamily.NumberForm, f.Case, f.Raw, f.Standing)),
        .. Forms.Select(f => Case("duration", BoundaryFamily.NumberForm, f.Case, f.Raw, f.Standing)),
    ];

    private static PayloadCase Case(string parameter, string family, string name, string raw, Standing standing) =>
        new(new PayloadLabel(family, parameter, name, standing), request => BodyDraft.Of(Plain(request)).With(parameter, raw).ToUtf8());

    /// <summary>A request on which every duration is free of R1 and R2.</summary>
    private static VideoRequest Plain(VideoRequest request) => request with
    {
        MotionMode = MotionMode.Normal,
        Quality = request.Quality == Quality.P1080 ? Quality.P720 : request.Quality,
    };
}
