using System.Collections.Immutable;
using PixverseHarness.Payloads;

namespace PixverseHarness.Verification.Checks.Bodies;

/// <summary>The payloads of a seed, kept for the next run with the same seed: making them takes longer than posting them.</summary>
internal static class PayloadLists
{
    private static Kept? _violating;
    private static Kept? _boundary;

    /// <summary>One payload for every violation.</summary>
    public static ImmutableArray<Payload> Violating(ulong seed) => Get(ref _violating, seed, static s =>
    {
        var source = new ViolatingPayloads(s);
        return Enumerable.Range(0, source.Round).Select(i => source.At(i));
    });

    /// <summary>One payload for every edge.</summary>
    public static ImmutableArray<Payload> Boundary(ulong seed) => Get(ref _boundary, seed, static s =>
    {
        var source = new BoundaryPayloads(s);
        return Enumerable.Range(0, source.Round).Select(i => source.At(i));
    });

    // A source may reuse its buffers, so every body is copied.
    private static ImmutableArray<Payload> Get(ref Kept? kept, ulong seed, Func<ulong, IEnumerable<Payload>> make)
    {
        var found = Volatile.Read(ref kept);
        if (found?.Seed != seed)
        {
            found = new Kept(seed, [.. make(seed).Select(p => p with { Body = p.Body.ToArray() })]);
            Volatile.Write(ref kept, found);
        }

        return found.Payloads;
    }

    private sealed record Kept(ulong Seed, ImmutableArray<Payload> Payloads);
}
