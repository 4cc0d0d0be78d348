namespace PixverseHarness.Results.Text;

/// <summary>Finds what a user probably meant.</summary>
internal static class Nearest
{
    /// <summary>The candidate with the least edit distance (Levenshtein); null if even that is more than a third of the word.</summary>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        var best = candidates
            .Select(candidate => (candidate, distance: Distance(word, candidate)))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(2, word.Length / 3) ? best.candidate : null;
    }

    /// <summary>" Did you mean "x"?", or the list of what is allowed.</summary>
    public static string Hint(string word, IReadOnlyCollection<string> allowed) => Of(word, allowed) is { } near
        ? $" Did you mean \"{near}\"?"
        : $" Allowed: {string.Join(", ", allowed)}.";

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost));
            }
        }

        return row[right.Length];
    }
}
