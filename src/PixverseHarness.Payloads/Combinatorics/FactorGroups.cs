namespace PixverseHarness.Payloads.Combinatorics;

/// <summary>Groups of factors.</summary>
internal static class FactorGroups
{
    /// <summary>Every choice of <paramref name="size"/> of the given factors, in lexicographic order.</summary>
    public static IEnumerable<int[]> Of(IReadOnlyList<int> factors, int size)
    {
        if (size == 0)
        {
            return [[]];
        }

        return from i in Enumerable.Range(0, factors.Count)
               from rest in Of([.. factors.Skip(i + 1)], size - 1)
               select (int[])[factors[i], .. rest];
    }
}
