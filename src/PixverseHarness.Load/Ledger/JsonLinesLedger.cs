using System.Text.Json;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Ledger;

/// <summary>
/// A ledger of one JSON object a line. Every line is flushed at once, which survives a killed process; with a commit
/// delegate, intents also wait until they are on disk, many of them sharing one commit, which survives a lost machine.
/// </summary>
public sealed class JsonLinesLedger : ISubmitLedger
{
    /// <summary>The version of the format that is written.</summary>
    public const int SchemaVersion = 1;

    private readonly TextWriter _writer;
    private readonly GroupCommit? _commit;

    /// <summary>Writes to <paramref name="writer"/>, beginning with a header line.</summary>
    /// <param name="writer">Where to; when resuming, opened to append. It stays the caller's to close.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="append">Begins on a new line, because the process before may have died while it wrote one.</param>
    /// <param name="commit">Puts everything written so far on disk; null where flushing is enough.</param>
    public JsonLinesLedger(TextWriter writer, ulong seed, bool append = false, Func<Task>? commit = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _writer = writer;
        _commit = commit is null ? null : new GroupCommit(commit);
        if (append)
        {
            writer.Write('\n');
        }

        Write(new LedgerLine(LedgerLine.Header) { SchemaVersion = SchemaVersion, Seed = seed });
    }

    /// <inheritdoc/>
    public ValueTask IntendAsync(long ordinal, DateTimeOffset at, long priceMicroDollars, CancellationToken cancellationToken)
    {
        Write(new LedgerLine(LedgerLine.Intent) { Ordinal = ordinal, At = at, PriceMicroDollars = priceMicroDollars });
        return _commit is null ? ValueTask.CompletedTask : new ValueTask(_commit.JoinAsync().WaitAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public void Accept(long ordinal, DateTimeOffset at, string jobId) =>
        Write(new LedgerLine(LedgerLine.Accepted) { Ordinal = ordinal, At = at, JobId = jobId });

    /// <inheritdoc/>
    public void Resolve(long ordinal, DateTimeOffset at, JobOutcome outcome) =>
        Write(new LedgerLine(LedgerLine.Resolved) { Ordinal = ordinal, At = at, Outcome = outcome.ToTag() });

    private void Write(LedgerLine line)
    {
        _writer.Write(JsonSerializer.Serialize(line, LedgerJson.Default.LedgerLine));
        _writer.Write('\n');
        _writer.Flush();
    }
}
