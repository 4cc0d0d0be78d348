using System.Globalization;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Simulator.Randomness;

namespace PixverseHarness.Simulator.Outputs;

/// <summary>
/// Names of output files. A name carries the instant of completion, the shape and the length, sealed with a digest, so
/// that a file can be served for its seven days (section 6) without a record of it.
/// </summary>
internal static class OutputName
{
    private const int SealDigits = 16;
    private const string Extension = ".mp4";

    /// <summary>The name of a job's file.</summary>
    /// <param name="secret">What makes names of different twins and sessions differ.</param>
    /// <param name="completedAt">Instant of completion, in UTC ticks.</param>
    /// <param name="ratio">Shape.</param>
    /// <param name="duration">Length.</param>
    public static string Mint(UInt128 secret, long completedAt, AspectRatio ratio, ClipDuration duration)
    {
        var payload = string.Create(CultureInfo.InvariantCulture, $"{completedAt:x16}{(int)ratio:x1}{(int)duration:x1}");
        return Seal(secret, payload) + payload + Extension;
    }

    /// <summary>Reads a name, or answers null when it was not minted with this secret.</summary>
    public static (long CompletedAt, AspectRatio Ratio, ClipDuration Duration)? Read(UInt128 secret, string name)
    {
        const int Length = SealDigits + 18 + 4;
        if (name.Length != Length || !name.EndsWith(Extension, StringComparison.Ordinal))
        {
            return null;
        }

        var payload = name[SealDigits..^Extension.Length];
        if (!string.Equals(Seal(secret, payload), name[..SealDigits], StringComparison.Ordinal))
        {
            return null;
        }

        var completedAt = long.Parse(payload.AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (completedAt, (AspectRatio)(payload[16] - '0'), (ClipDuration)(payload[17] - '0'));
    }

    private static string Seal(UInt128 secret, string payload) =>
        ((ulong)new StableHash("output").Add(secret).Add(payload).ToUInt128()).ToString("x16", CultureInfo.InvariantCulture);
}
