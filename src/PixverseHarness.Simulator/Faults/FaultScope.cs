using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Randomness;
using PixverseHarness.Simulator.Sessions;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Faults;

/// <summary>The request that a fault works on.</summary>
public sealed class FaultScope
{
    internal FaultScope(TwinSession session, ApiOperation operation)
    {
        Session = session;
        Operation = operation;
    }

    /// <summary>What the client asked for.</summary>
    public ApiOperation Operation { get; }

    /// <summary>Instant of the request, in UTC ticks.</summary>
    public long Now { get; internal set; }

    /// <summary>The how-manieth request for the same job and operation, or POST of the same body, from 1; 1 for every read of an unknown id.</summary>
    public int Attempt { get; internal set; }

    /// <summary>State of the job that is read; null for other operations and for unknown ids.</summary>
    public JobState? State { get; internal set; }

    /// <summary>The key of the request, or null.</summary>
    public string? Key { get; internal init; }

    /// <summary>The id in the path, or of the job that was created; null when there is none.</summary>
    public string? Id { get => field ?? Job?.Id; internal init; }

    /// <summary>Name of the session; empty for the default one.</summary>
    public string SessionName => Session.Name;

    /// <summary>The session's clock.</summary>
    public SessionClock Clock => Session.Clock;

    /// <summary>Which reading of the API holds.</summary>
    public ApiProfile Profile => Session.Options.Profile;

    /// <summary>What minted URLs begin with: origin and session prefix.</summary>
    public string BaseUrl { get; internal init; } = "";

    /// <summary>The rule whose turn it is.</summary>
    internal FaultRule? Rule { get; set; }

    /// <summary>The job that is read or was created; null when there is none.</summary>
    internal Job? Job { get; set; }

    /// <summary>Hash of the logical request: job and operation, or key and body. With <see cref="Attempt"/> it is what chance follows from.</summary>
    internal UInt128 Decision { get; set; }

    /// <summary>The session.</summary>
    internal TwinSession Session { get; }

    /// <summary>A modelled duration at the twin's pace.</summary>
    public TimeSpan Paced(TimeSpan duration) => Session.Options.Paced(duration);

    /// <summary>A number in [0, 1) that follows from seed, session, logical request, attempt, rule and purpose, and from nothing else.</summary>
    public double Draw(string purpose) => Stream(purpose).NextUnit();

    /// <summary>The stream that <see cref="Draw"/> takes its number from.</summary>
    internal FateStream Stream(string purpose) => StreamOf(Rule?.Id ?? "", purpose, Decision, Attempt);

    /// <summary>What chance follows from, for a request that is yet to come.</summary>
    internal static FateStream StreamOf(string rule, string purpose, UInt128 decision, int attempt) =>
        new(new StableHash("fault").Add(rule).Add(purpose).Add(decision).Add(attempt).ToUInt128());
}
