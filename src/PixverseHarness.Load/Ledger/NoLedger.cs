using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Ledger;

/// <summary>Notes nothing: for targets that cost nothing.</summary>
internal sealed class NoLedger : ISubmitLedger
{
    public static readonly NoLedger Instance = new();

    public ValueTask IntendAsync(long ordinal, DateTimeOffset at, long priceMicroDollars, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    public void Accept(long ordinal, DateTimeOffset at, string jobId)
    {
    }

    public void Resolve(long ordinal, DateTimeOffset at, JobOutcome outcome)
    {
    }
}
