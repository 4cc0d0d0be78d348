using System.Collections.Immutable;

namespace PixverseHarness.Payloads.Shrinking;

/// <summary>Takes away what is not needed from a list: halves first, then ever smaller pieces, until no single item can go.</summary>
internal static class DeltaDebugging
{
    /// <summary>The items that are left.</summary>
    /// <param name="items">Items that together fail.</param>
    /// <param name="stillFails">Whether a shorter list, in the same order, fails too.</param>
    public static async ValueTask<ImmutableArray<T>> ReduceAsync<T>(ImmutableArray<T> items, Func<ImmutableArray<T>, ValueTask<bool>> stillFails)
    {
        if (!items.IsEmpty && await stillFails([]))
        {
            return [];
        }

        var size = (items.Length + 1) / 2;
        while (size > 0 && !items.IsEmpty)
        {
            var shrunk = false;
            for (var start = 0; start < items.Length;)
            {
                var rest = items.RemoveRange(start, Math.Min(size, items.Length - start));
                if (!rest.IsEmpty && await stillFails(rest))
                {
                    items = rest;
                    shrunk = true;
                }
                else
                {
                    start += size;
                }
            }

            // One item that went may free another: at the finest grain only a pass without success ends the search.
            size = shrunk && size == 1 ? 1 : size / 2;
        }

        return items;
    }
}
