using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Payloads.Shrinking;

/// <summary>
/// Finds a minimal payload that still fails, by delta debugging (Zeller and Hildebrandt, "Simplifying and isolating
/// failure-inducing input", 2002): on the members, elements and characters of a JSON body, on the characters or bytes of
/// any other.
/// </summary>
public static class PayloadShrinker
{
    /// <summary>How many checks are allowed unless the caller says otherwise.</summary>
    public const int DefaultMaxChecks = 2000;

    /// <summary>Shrinks with a predicate that answers at once.</summary>
    /// <param name="payload">A payload that fails.</param>
    /// <param name="stillFails">Whether a payload still fails; should answer the same for the same payload.</param>
    /// <param name="maxChecks">How often it may be asked, at least once.</param>
    public static ShrinkResult Shrink(Payload payload, Func<Payload, bool> stillFails, int maxChecks = DefaultMaxChecks)
    {
        var shrinking = ShrinkAsync(payload, (candidate, _) => ValueTask.FromResult(stillFails(candidate)), maxChecks, CancellationToken.None);

        // Nothing in it waits, so it is done by now.
        return shrinking.GetAwaiter().GetResult();
    }

    /// <summary>Shrinks with a predicate that has to ask somebody, such as a target over HTTP.</summary>
    /// <param name="payload">A payload that fails.</param>
    /// <param name="stillFails">Whether a payload still fails; should answer the same for the same payload.</param>
    /// <param name="maxChecks">How often it may be asked, at least once. Bounds what shrinking can cost against a live target.</param>
    /// <param name="cancellationToken">Ends the search with an <see cref="OperationCanceledException"/>.</param>
    public static async Task<ShrinkResult> ShrinkAsync(
        Payload payload, Func<Payload, CancellationToken, ValueTask<bool>> stillFails, int maxChecks, CancellationToken cancellationToken)
    {
        var search = new ShrinkSearch(payload, stillFails, maxChecks, cancellationToken);
        if (!await search.ReproduceAsync())
        {
            return new ShrinkResult(payload, search.Checks, Reproduced: false, IsMinimal: false);
        }

        await search.TryContentTypeAsync(RequestContentType.Json);
        if (JsonTree.TryParse(payload.Body) is { } tree && await search.TryAsync(tree.ToUtf8()))
        {
            await new JsonShrinker(tree, search).RunAsync();
        }
        else
        {
            await TextShrinker.RunAsync(payload.Body, search);
        }

        return new ShrinkResult(search.Best, search.Checks, Reproduced: true, IsMinimal: !search.Exhausted);
    }
}
