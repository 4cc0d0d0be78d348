using System.Collections.Concurrent;

namespace PixverseHarness.Results.Recording;

/// <summary>Counts by text, for at most <see cref="Limit"/> different texts; what comes later is counted as <see cref="Other"/>.</summary>
internal sealed class Tally
{
    public const int Limit = 64;

    public const string Other = "(other)";

    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public void Add(string text)
    {
        var key = _counts.ContainsKey(text) || _counts.Count < Limit ? text : Other;
        _counts.AddOrUpdate(key, 1, static (_, count) => count + 1);
    }

    /// <summary>The counts, the greatest first, equal ones by text.</summary>
    public IEnumerable<KeyValuePair<string, long>> Ordered() =>
        _counts.ToArray().OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);
}
