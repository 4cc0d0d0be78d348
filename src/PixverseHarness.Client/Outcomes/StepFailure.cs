namespace PixverseHarness.Client;

/// <summary>Why a call has no value. The types below it are all there are.</summary>
public abstract record StepFailure
{
    private protected StepFailure()
    {
    }

    /// <summary>Which type this is.</summary>
    public abstract OutcomeKind Kind { get; }

    /// <summary>A short stable name in snake case for counters and reports: same fault, same name.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Whether the request, if it was a submit or a v1 call, may have created a job that is billed. The API has no
    /// idempotency key: sending such a request again may pay twice.
    /// </summary>
    public abstract bool MayHaveCreatedJob { get; }

    /// <summary>What happened, in one line; never holds the API key.</summary>
    public sealed override string ToString() => Text.OneLine(Describe());

    private protected abstract string Describe();
}
