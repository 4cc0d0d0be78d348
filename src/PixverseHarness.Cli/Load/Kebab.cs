using System.Text.Json;

namespace PixverseHarness.Cli.Load;

/// <summary>The words that stand for the values of an enum in a file.</summary>
internal static class Kebab<TEnum>
    where TEnum : struct, Enum
{
    private static readonly TEnum[] Values = Enum.GetValues<TEnum>();

    /// <summary>The words, in the order of the values.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Values.Select(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()))];

    /// <summary>The word of a value.</summary>
    public static string Of(TEnum value) => Words[Array.IndexOf(Values, value)];

    /// <summary>The value of a word; the first one for null.</summary>
    public static TEnum Read(string? word) => Values[Math.Max(0, Words.ToList().IndexOf(word ?? ""))];
}
