namespace PixverseHarness.Payloads.Streams;

/// <summary>
/// Goes round a fixed number of cases for ever, each round in another order and each case exactly once a round. Needs no
/// memory of what came before: position i alone decides.
/// </summary>
internal sealed class SeededOrder
{
    private readonly int[] _shuffled;
    private readonly int[] _strides;
    private readonly SeededDraws _draws;

    /// <summary>An order of <paramref name="count"/> cases, at least one.</summary>
    public SeededOrder(ulong seed, string name, int count)
    {
        _draws = new SeededDraws(seed, name);
        _shuffled = _draws.Randomizer(-1).Shuffle(Enumerable.Range(0, count)).ToArray();
        _strides = [.. Enumerable.Range(1, count).Where(stride => SharesNoDivisor(stride, count))];
    }

    /// <summary>Which case stands at position <paramref name="index"/>, from 0.</summary>
    public int CaseAt(long index)
    {
        var (round, step) = Math.DivRem(index, _shuffled.Length);
        var bits = _draws.Bits(round);

        // A stride without a common divisor visits every place once before it comes back to the first.
        var stride = _strides[bits % (ulong)_strides.Length];
        var start = (long)((bits >> 32) % (ulong)_shuffled.Length);
        return _shuffled[(start + (step * stride)) % _shuffled.Length];
    }

    private static bool SharesNoDivisor(int a, int b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a == 1;
    }
}
