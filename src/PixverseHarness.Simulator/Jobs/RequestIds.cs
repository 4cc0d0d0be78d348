using System.Globalization;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Simulator.Jobs;

/// <summary>Writes request ids (section 5).</summary>
internal static class RequestIds
{
    /// <summary>The id in a profile's format: a UUID of version 4, or 32 hexadecimal digits whose 13th is not 4, as the one seen live.</summary>
    public static string Write(UInt128 id, RequestIdFormat format)
    {
        var digits = id.ToString("x32", CultureInfo.InvariantCulture);
        if (format == RequestIdFormat.Hex32)
        {
            return digits[12] == '4' ? string.Concat(digits.AsSpan(0, 12), "2", digits.AsSpan(13)) : digits;
        }

        var variant = "89ab"[(int)(id & 3)];
        return string.Concat(
            string.Concat(digits.AsSpan(0, 8), "-", digits.AsSpan(8, 4)),
            string.Concat("-4", digits.AsSpan(13, 3), "-", variant.ToString()),
            string.Concat(digits.AsSpan(17, 3), "-", digits.AsSpan(20, 12)));
    }
}
