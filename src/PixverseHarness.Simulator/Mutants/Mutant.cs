using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Mutants;

/// <summary>
/// A twin that is wrong on purpose, in one way: what proves that a check can fail. Each hook is null where the twin
/// stays as it is.
/// </summary>
public sealed record Mutant
{
    internal Mutant()
    {
    }

    /// <summary>Stable name, for example <c>submit-created</c> or <c>member:submit:request_id:missing</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What is wrong, in a few words.</summary>
    public required string Summary { get; init; }

    /// <summary>The profile switches under which it differs from the twin, as <c>name=value</c> with commas between; null for any profile.</summary>
    public string? Under { get; init; }

    /// <summary>The options of each session, changed.</summary>
    internal Func<TwinOptions, TwinOptions>? Arrange { get; init; }

    /// <summary>A request as the twin hears it.</summary>
    internal Func<TwinRequest, MutantScope, TwinRequest>? Hear { get; init; }

    /// <summary>A ready answer, changed; not called for the holding of a v1 call.</summary>
    internal Func<TwinResponse, MutantScope, TwinResponse>? Say { get; init; }

    /// <summary>The script of an answer, changed.</summary>
    internal Func<TwinAnswer, MutantScope, TwinAnswer>? Play { get; init; }

    /// <summary>The fate of a new job, changed.</summary>
    internal Func<JobFate, VideoRequest, JobFate>? Bend { get; init; }

    /// <summary>The retention of records, changed.</summary>
    internal Func<TimeSpan, TimeSpan>? Retain { get; init; }

    /// <summary>When v1 gives up, changed.</summary>
    internal Func<TimeSpan, TimeSpan>? CutOff { get; init; }

    /// <summary>The price of a request, changed.</summary>
    internal Func<MicroDollars, VideoRequest, MicroDollars>? Price { get; init; }

    /// <summary>What is charged for a job that has ended, changed: the job and what the twin would charge.</summary>
    internal Func<Job, MicroDollars, MicroDollars>? Charge { get; init; }
}
