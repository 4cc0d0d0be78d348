using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PixverseHarness.Payloads.Streams;

/// <summary>Shares of the kinds of payload in a stream; they add up to 1.</summary>
/// <param name="Valid">Share of valid payloads, 0 to 1.</param>
/// <param name="Boundary">Share of boundary payloads, 0 to 1.</param>
/// <param name="Violating">Share of violating payloads, 0 to 1.</param>
public sealed record PayloadMix(double Valid, double Boundary, double Violating)
{
    private const double Rounding = 1e-9;

    /// <summary>The words that a mix is written with.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["valid", "boundary", "violating"];

    /// <summary>Only valid payloads.</summary>
    public static PayloadMix OnlyValid { get; } = new(1, 0, 0);

    /// <summary>Reads a mix such as <c>valid=0.9,violating=0.1</c>; a kind that is not named has no share.</summary>
    /// <param name="text">Kinds and shares; the shares must add up to 1.</param>
    /// <param name="mix">The mix.</param>
    /// <param name="problem">Else what is wrong, as a clause that can follow "the mix".</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out PayloadMix? mix, [NotNullWhen(false)] out string? problem)
    {
        mix = null;
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            problem = ReadShare(part, shares);
            if (problem is not null)
            {
                return false;
            }
        }

        var sum = shares.Values.Sum();
        if (Math.Abs(sum - 1) > Rounding)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"must add up to 1, not {Math.Round(sum, 6)}");
            return false;
        }

        problem = null;
        mix = new PayloadMix(shares.GetValueOrDefault("valid"), shares.GetValueOrDefault("boundary"), shares.GetValueOrDefault("violating"));
        return true;
    }

    /// <summary>The kind that a number in [0, 1) falls to.</summary>
    internal PayloadKind KindAt(double unit)
    {
        if (unit < Violating)
        {
            return PayloadKind.Violating;
        }

        return unit < Violating + Boundary ? PayloadKind.Boundary : PayloadKind.Valid;
    }

    private static string? ReadShare(string part, Dictionary<string, double> shares)
    {
        var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
        if (pair.Length != 2)
        {
            return $"needs KIND=SHARE, not '{part}'";
        }

        if (!Kinds.Contains(pair[0], StringComparer.Ordinal))
        {
            return $"knows {string.Join(", ", Kinds)}, not '{pair[0]}'";
        }

        if (!double.TryParse(pair[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            || share is not (>= 0 and <= 1))
        {
            return $"needs a share from 0 to 1, not '{pair[1]}'";
        }

        return shares.TryAdd(pair[0], share) ? null : $"names '{pair[0]}' twice";
    }
}
