using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>
/// Something that goes wrong. A fault overrides the moments that concern it: before the request is served, when the
/// fate of a new job is drawn, or when the answer is ready.
/// </summary>
public abstract class Fault
{
    /// <summary>Its name in tags, scenario files and the journal, in snake case.</summary>
    public abstract string Name { get; }

    /// <summary>An answer instead of serving the request, or null to serve it. No job comes of it.</summary>
    public virtual TwinAnswer? Instead(FaultScope scope) => null;

    /// <summary>The ready answer, changed.</summary>
    public virtual TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope) => answer;

    /// <summary>The fate of a new job, changed.</summary>
    internal virtual JobFate Bend(JobFate fate, FaultScope scope) => fate;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
