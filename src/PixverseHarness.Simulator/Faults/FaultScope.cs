using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Sessions;

namespace PixverseHarness.Simulator.Faults;

/// <summary>The request that a fault works on.</summary>
public sealed class FaultScope
{
    internal FaultScope(TwinSession session, ApiOperation operation, long now)
    {
        Session = session;
        Operation = operation;
        Now = now;
    }

    /// <summary>What the client asked for.</summary>
    public ApiOperation Operation { get; }

    /// <summary>Instant of the request, in UTC ticks.</summary>
    public long Now { get; }

    /// <summary>The how-manieth request for the same job and operation, or POST of the same body, from 1; 0 when not known.</summary>
    public int Attempt { get; internal set; }

    /// <summary>State of the job that is read; null for other operations and for unknown ids.</summary>
    public JobState? State { get; internal set; }

    /// <summary>The key of the request, or null.</summary>
    public string? Key { get; internal set; }

    /// <summary>The id in the path, or of the job that was created; null when there is none.</summary>
    public string? Id { get; internal set; }

    /// <summary>Hash of the logical request (job and operation, or key and body) and attempt: what decisions by chance follow from.</summary>
    internal UInt128 Decision { get; set; }

    /// <summary>The session.</summary>
    internal TwinSession Session { get; }

    /// <summary>Which reading of the API holds.</summary>
    public ApiProfile Profile => Session.Options.Profile;
}
