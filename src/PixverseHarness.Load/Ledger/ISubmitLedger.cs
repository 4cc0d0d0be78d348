using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Ledger;

/// <summary>
/// Where a run notes every submit before it is sent and what became of it, so that a crash loses no job that was paid for.
/// The engine calls it from one place at a time.
/// </summary>
public interface ISubmitLedger
{
    /// <summary>Notes that a job is about to be submitted; the submit is sent when this has completed.</summary>
    ValueTask IntendAsync(long ordinal, DateTimeOffset at, long priceMicroDollars, CancellationToken cancellationToken);

    /// <summary>Notes the id of a job that the service has accepted.</summary>
    void Accept(long ordinal, DateTimeOffset at, string jobId);

    /// <summary>
    /// Notes how a job ended for good. Never called for one that may still be running or charged: those are what a resumed run
    /// adopts or lists.
    /// </summary>
    void Resolve(long ordinal, DateTimeOffset at, JobOutcome outcome);
}
