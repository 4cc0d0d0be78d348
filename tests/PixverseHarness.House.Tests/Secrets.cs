using System.Text.RegularExpressions;

namespace PixverseHarness.House.Tests;

/// <summary>
/// Finds what looks like a real secret. Our own keys have the real shape too, but hold five zeros in a row, which not one
/// real key in 80,000 does; the digits of the sample key stand in order.
/// </summary>
internal static class Secrets
{
    private const string MadeUp = "00000";

    private const string SampleKey = "SG_0123456789abcdef";

    private static readonly Regex Segmind = new("SG_[0-9a-fA-F]{16,}", RegexOptions.NonBacktracking);

    private static readonly Regex Others = new(
        "ghp_[A-Za-z0-9]{30,}|sk-[A-Za-z0-9]{20,}|AKIA[0-9A-Z]{16}|BEGIN [A-Z ]*PRIVATE KEY|xox[bp]-[0-9A-Za-z-]{10,}", RegexOptions.NonBacktracking);

    public static IEnumerable<string> In(IEnumerable<string> files) =>
        from file in files
        from line in Repository.Lines(file).Index()
        where IsIn(line.Item)
        select $"{file}:{line.Index + 1} holds what looks like a key.";

    public static bool IsIn(string line) =>
        Others.IsMatch(line) || Segmind.Matches(line).Any(m => m.Value != SampleKey && !m.Value.Contains(MadeUp, StringComparison.Ordinal));
}
