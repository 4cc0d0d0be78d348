namespace PixverseHarness.Payloads.Streams;

/// <summary>Ways to go through a source.</summary>
public static class PayloadSources
{
    /// <summary>The payloads from a position on, without end; takes no more memory the longer it runs.</summary>
    /// <param name="source">The source.</param>
    /// <param name="index">From 0.</param>
    public static IEnumerable<Payload> From(this IPayloadSource source, long index = 0)
    {
        for (; ; index++)
        {
            yield return source.At(index);
        }
    }

    /// <summary>One payload for every case.</summary>
    /// <param name="source">The source.</param>
    public static IEnumerable<Payload> OneRound(this IPayloadRounds source) => source.From().Take(source.Round);
}
