namespace PixverseHarness.Verification.Checks;

/// <summary>Names of types as people type them.</summary>
internal static class Naming
{
    /// <summary><c>StateOrder</c> as <c>state-order</c>.</summary>
    public static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => (char.IsAsciiLetterUpper(c) && i > 0 ? "-" : "") + char.ToLowerInvariant(c)));
}
