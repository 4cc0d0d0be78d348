using MathNet.Numerics;

namespace PixverseHarness.Results.Statistics;

/// <summary>Do two shares differ? The pooled two-proportion z-test, exact enough where each cell is expected to hold five or more.</summary>
internal static class ShareTest
{
    /// <summary>Two-sided p-value; 1 if both shares are equal or nothing was counted.</summary>
    public static double PValue(long part, long whole, long otherPart, long otherWhole)
    {
        if (whole == 0 || otherWhole == 0)
        {
            return 1;
        }

        var pooled = (double)(part + otherPart) / (whole + otherWhole);
        var variance = pooled * (1 - pooled) * ((1.0 / whole) + (1.0 / otherWhole));
        var distance = Math.Abs(((double)part / whole) - ((double)otherPart / otherWhole));
        return variance <= 0 ? 1 : SpecialFunctions.Erfc(distance / Math.Sqrt(2 * variance));
    }
}
