namespace PixverseHarness.Contract.Wording;

/// <summary>Finds what a user may have meant, by the optimal string alignment distance (Damerau-Levenshtein without overlapping swaps).</summary>
public static class NearestMatch
{
    /// <summary>
    /// The candidate nearest to <paramref name="value"/>, case ignored; null when even that one differs in more than a
    /// third of its characters (at least one may differ) and does not begin with the value. Ties go to the first.
    /// </summary>
    public static string? Find(string value, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var distance = Distance(value.ToLowerInvariant(), candidate.ToLowerInvariant());
            var near = distance <= Math.Max(1, candidate.Length / 3) || IsPrefix(value, candidate);
            if (near && distance < least)
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>How many insertions, deletions, replacements and swaps of neighbours turn one text into the other.</summary>
    public static int Distance(string from, string to)
    {
        var beforeLast = new int[to.Length + 1];
        var last = Enumerable.Range(0, to.Length + 1).ToArray();
        var current = new int[to.Length + 1];
        for (var i = 1; i <= from.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[to.Length];
    }

    private static bool IsPrefix(string value, string candidate) =>
        value.Trim('-').Length >= 2 && candidate.StartsWith(value, StringComparison.OrdinalIgnoreCase);
}
