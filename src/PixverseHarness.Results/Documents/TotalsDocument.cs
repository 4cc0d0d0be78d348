namespace PixverseHarness.Results.Documents;

/// <summary>Sums over all jobs of a run.</summary>
public sealed record TotalsDocument
{
    /// <summary>Status requests.</summary>
    public required long Polls { get; init; }

    /// <summary>Failed polls after which the job was still followed.</summary>
    public required long PollErrorsSurvived { get; init; }

    /// <summary>Microseconds spent obeying rate-limit answers.</summary>
    public required long ThrottledUs { get; init; }

    /// <summary>Microseconds in flight, summed over jobs as their samples state them; of a job taken over from an earlier run, those in this one.</summary>
    public required long TimeInFlightUs { get; init; }

    /// <summary>Known charges in millionths of a US dollar.</summary>
    public required long CostMicroDollars { get; init; }
}
