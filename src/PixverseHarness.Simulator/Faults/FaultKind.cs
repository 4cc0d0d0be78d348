using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Simulator.Faults;

/// <summary>A kind of fault that is not an error cause.</summary>
/// <param name="Name">Its name, in snake case.</param>
/// <param name="Summary">What it does, in one sentence without a full stop.</param>
/// <param name="Concerns">The operations that it concerns when nobody says which; empty means all.</param>
/// <param name="Create">Builds one from settings that <see cref="Takes"/> and <see cref="Needs"/> allow.</param>
public sealed record FaultKind(string Name, string Summary, ImmutableArray<ApiOperation> Concerns, Func<FaultSettings, Fault> Create)
{
    /// <summary>The settings that it takes.</summary>
    public FaultSetting Takes { get; init; }

    /// <summary>The settings among <see cref="Takes"/> that it cannot do without.</summary>
    public FaultSetting Needs { get; init; }
}
