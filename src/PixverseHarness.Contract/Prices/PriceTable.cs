using PixverseHarness.Contract.Clauses;
using PixverseHarness.Contract.Parameters;

namespace PixverseHarness.Contract.Prices;

/// <summary>
/// What a completed job costs. The model page gives only the range $0.375 to $1.00; the matrix follows from the
/// upstream vendor's credits divided by 120, which meets both ends of that range exactly (section 10, inferred).
/// </summary>
public static class PriceTable
{
    /// <summary>Where the matrix comes from.</summary>
    public static Evidence Evidence { get; } = Evidence.Inferred("upstream credits / 120 meets both published ends", "10");

    /// <summary>Price of the cheapest combination.</summary>
    public static MicroDollars Lowest { get; } = new(375_000);

    /// <summary>Price of the dearest combination.</summary>
    public static MicroDollars Highest { get; } = new(1_000_000);

    /// <summary>
    /// Price of one job. A combination that breaks R1 to R3 has no published price; it gets that of its quality with
    /// the doubled rate, capped at <see cref="Highest"/>, and only a twin that validates late ever asks for it.
    /// </summary>
    public static MicroDollars PriceOf(Quality quality, ClipDuration duration, MotionMode motionMode)
    {
        var plain = quality switch
        {
            Quality.P360 or Quality.P540 => 375_000L,
            Quality.P720 => 500_000L,
            _ => 1_000_000L,
        };
        var doubled = duration == ClipDuration.EightSeconds || motionMode == MotionMode.Fast;
        return new MicroDollars(Math.Min(doubled ? plain * 2 : plain, Highest.Value));
    }

    /// <summary>Price of one request.</summary>
    public static MicroDollars PriceOf(VideoRequest request) => PriceOf(request.Quality, request.Duration, request.MotionMode);
}
