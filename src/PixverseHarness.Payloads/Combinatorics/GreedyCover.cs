using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Payloads.Combinatorics;

/// <summary>
/// Picks points until every combination of levels, over every group of factors, stands in one of them. Greedy set cover
/// over all points (Chvatal, "A greedy heuristic for the set-covering problem", 1979): each step takes a point that
/// covers most of what is left, ties broken by the seed, and at the end whatever became superfluous goes. With a few
/// thousand points this comes within a row or two of the lower bound, at most a few tries from it.
/// </summary>
internal static class GreedyCover
{
    private const int Tries = 8;

    /// <summary>Finds a cover; the smallest of several tries.</summary>
    /// <param name="points">The levels of every point to pick from.</param>
    /// <param name="groups">The groups of factors, each by index.</param>
    /// <param name="draws">Breaks ties.</param>
    /// <returns>The picked points, by index, and the fewest that any cover can have.</returns>
    public static (int[] Picked, int LowerBound) Find(IReadOnlyList<IReadOnlyList<int>> points, IReadOnlyList<int[]> groups, SeededDraws draws)
    {
        var (tuples, count, lowerBound) = Tuples(points, groups);
        int[]? best = null;
        for (var attempt = 0; attempt < Tries && (best is null || best.Length > lowerBound); attempt++)
        {
            var picked = Reduce(Pick(tuples, count, draws.Randomizer(attempt)), tuples, count);
            best = best is null || picked.Length < best.Length ? picked : best;
        }

        return (best!, lowerBound);
    }

    /// <summary>Numbers the combinations of levels that occur, and lists those of each point.</summary>
    private static (int[][] OfPoint, int Count, int LowerBound) Tuples(IReadOnlyList<IReadOnlyList<int>> points, IReadOnlyList<int[]> groups)
    {
        var numbers = new Dictionary<(int Group, long Levels), int>();
        var ofPoint = points.Select(point => groups.Select((group, g) =>
        {
            // Eight bits hold any level.
            var key = (g, group.Aggregate(0L, (levels, factor) => (levels << 8) | (long)point[factor]));
            numbers.TryAdd(key, numbers.Count);
            return numbers[key];
        }).ToArray()).ToArray();

        // A point covers one combination of each group, so the group with most of them sets the bound.
        return (ofPoint, numbers.Count, numbers.Keys.GroupBy(k => k.Group).Max(g => g.Count()));
    }

    private static List<int> Pick(int[][] tuples, int count, Bogus.Randomizer ties)
    {
        var covered = new bool[count];
        var picked = new List<int>();
        for (var left = count; left > 0;)
        {
            var (best, most, equals) = (-1, 0, 0);
            for (var point = 0; point < tuples.Length; point++)
            {
                var gain = 0;
                foreach (var tuple in tuples[point])
                {
                    gain += covered[tuple] ? 0 : 1;
                }

                if (gain > most)
                {
                    (best, most, equals) = (point, gain, 1);
                }
                else if (gain == most && most > 0 && ties.Number(equals++) == 0)
                {
                    best = point;
                }
            }

            picked.Add(best);
            left -= most;
            Array.ForEach(tuples[best], tuple => covered[tuple] = true);
        }

        return picked;
    }

    private static int[] Reduce(List<int> picked, int[][] tuples, int count)
    {
        var times = new int[count];
        picked.ForEach(point => Array.ForEach(tuples[point], tuple => times[tuple]++));
        for (var i = picked.Count - 1; i >= 0; i--)
        {
            if (Array.TrueForAll(tuples[picked[i]], tuple => times[tuple] > 1))
            {
                Array.ForEach(tuples[picked[i]], tuple => times[tuple]--);
                picked.RemoveAt(i);
            }
        }

        return [.. picked];
    }
}
