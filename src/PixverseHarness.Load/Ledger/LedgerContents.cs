using System.Collections.Immutable;
using System.Text.Json;

namespace PixverseHarness.Load.Ledger;

/// <summary>What a ledger says about a run that has ended, in whatever way.</summary>
public sealed record LedgerContents
{
    /// <summary>The seed of the run; null if even the first line is lost.</summary>
    public ulong? Seed { get; private init; }

    /// <summary>Jobs with an id and without an end, in the order of their numbers: to be adopted.</summary>
    public ImmutableArray<AdoptedJob> Unresolved { get; private init; } = [];

    /// <summary>Submits without an answer, in the order of their numbers: possibly billed.</summary>
    public ImmutableArray<OpenIntent> PossiblyBilled { get; private init; } = [];

    /// <summary>How many jobs ended for good.</summary>
    public long Resolved { get; private init; }

    /// <summary>The first number that no job has had.</summary>
    public long NextOrdinal { get; private init; }

    /// <summary>Lines that cannot be read, such as one that the process died over. A torn intent was never sent, a torn answer leaves its intent open.</summary>
    public int UnreadableLines { get; private init; }

    /// <summary>Reads a ledger to its end. Lines of unknown kinds are passed over.</summary>
    public static LedgerContents Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var open = new SortedDictionary<long, (OpenIntent Intent, AdoptedJob? Job)>();
        ulong? seed = null;
        var (resolved, next, unreadable) = (0L, 0L, 0);
        while (reader.ReadLine() is { } text)
        {
            if (text.Length == 0)
            {
                continue;
            }

            var line = Parse(text);
            if (line is null)
            {
                unreadable++;
                continue;
            }

            seed ??= line.Seed;
            if (line.Ordinal is not { } ordinal)
            {
                continue;
            }

            next = Math.Max(next, ordinal + 1);
            var at = line.At ?? default;
            switch (line.Kind)
            {
                case LedgerLine.Intent:
                    open[ordinal] = (new OpenIntent(ordinal, at, line.PriceMicroDollars ?? 0), null);
                    break;
                case LedgerLine.Accepted when line.JobId is { } id:
                    var price = open.TryGetValue(ordinal, out var known) ? known.Intent.PriceMicroDollars : 0;
                    open[ordinal] = (new OpenIntent(ordinal, at, price), new AdoptedJob(ordinal, id, at, price));
                    break;
                case LedgerLine.Resolved when open.Remove(ordinal):
                    resolved++;
                    break;
            }
        }

        return new LedgerContents
        {
            Seed = seed,
            Unresolved = [.. open.Values.Select(static entry => entry.Job).OfType<AdoptedJob>()],
            PossiblyBilled = [.. open.Values.Where(static entry => entry.Job is null).Select(static entry => entry.Intent)],
            Resolved = resolved,
            NextOrdinal = next,
            UnreadableLines = unreadable,
        };
    }

    private static LedgerLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, LedgerJson.Default.LedgerLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
