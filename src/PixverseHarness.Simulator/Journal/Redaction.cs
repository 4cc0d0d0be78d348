namespace PixverseHarness.Simulator.Journal;

/// <summary>How secrets are shown.</summary>
public static class Redaction
{
    /// <summary>A key without its secret: the vendor's prefix and a short digest, so that two keys can be told apart.</summary>
    public static string Key(string key)
    {
        var digest = (uint)new Randomness.StableHash("redacted key").Add(key).ToUInt128();
        return $"SG_***{digest & 0xFFFF:x4}";
    }
}
