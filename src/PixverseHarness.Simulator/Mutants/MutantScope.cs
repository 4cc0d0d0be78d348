using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Sessions;

namespace PixverseHarness.Simulator.Mutants;

/// <summary>The request that a mutant gets wrong.</summary>
/// <param name="Session">The session.</param>
/// <param name="Request">The request as sent.</param>
/// <param name="Route">Where it leads.</param>
/// <param name="Now">Its instant, in UTC ticks.</param>
/// <param name="Job">The job that is read or was made; null when there is none.</param>
/// <param name="Cause">The cause of the refusal or of the job's failure; null when there is none.</param>
/// <param name="Attempt">The how-manieth request of its kind.</param>
internal sealed record MutantScope(TwinSession Session, TwinRequest Request, Route Route, long Now, Job? Job, ErrorCause? Cause, int Attempt)
{
    /// <summary>The operation; null for paths that are none.</summary>
    public ApiOperation? Operation => Route.Kind == RouteKind.Operation ? Route.Operation : null;

    /// <summary>State of the job that is read; null when there is none.</summary>
    public JobState? State => Job?.StateAt(Now);

    /// <summary>Whether the request is one of the calls that read a job.</summary>
    public bool Reads => Operation is ApiOperation.GetStatus or ApiOperation.GetResult or ApiOperation.GetV1Result;

    /// <summary>Whether this operation reads a job in this state.</summary>
    public bool Is(ApiOperation operation, JobState state) => Operation == operation && State == state;

    /// <summary>Age of the job.</summary>
    public TimeSpan Age => TimeSpan.FromTicks(Now - (Job?.SubmittedAt ?? Now));
}
