using System.Text.RegularExpressions;
using PixverseHarness.Simulator.Randomness;

namespace PixverseHarness.Simulator.Journal;

/// <summary>How secrets are shown.</summary>
public static partial class Redaction
{
    /// <summary>A key without its secret: the vendor's prefix and a short digest, so that two keys can be told apart.</summary>
    public static string Key(string key)
    {
        var digest = (uint)new StableHash("redacted key").Add(key).ToUInt128();
        return $"SG_***{digest & 0xFFFF:x4}";
    }

    /// <summary>Text from a client with every key in it redacted: the request's own, and whatever has the shape of the vendor's (section 2).</summary>
    public static string Text(string text, string? key)
    {
        if (key is { Length: > 3 } && text.Contains(key, StringComparison.Ordinal))
        {
            text = text.Replace(key, Key(key), StringComparison.Ordinal);
        }

        return text.Contains("SG_", StringComparison.OrdinalIgnoreCase) ? KeyShape().Replace(text, static match => Key(match.Value)) : text;
    }

    [GeneratedRegex("SG_[0-9a-f]{8,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex KeyShape();
}
