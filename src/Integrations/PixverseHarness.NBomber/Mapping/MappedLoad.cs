using System.Collections.Immutable;

namespace PixverseHarness.NBomber.Mapping;

/// <summary>A load profile in NBomber's terms.</summary>
/// <param name="Calls">The simulations, with a closing pause.</param>
/// <param name="During">How long jobs are started, without the closing pause.</param>
/// <param name="Jobs">How many jobs that is; null where NBomber draws or the target decides.</param>
internal sealed record MappedLoad(ImmutableArray<SimulationCall> Calls, TimeSpan During, long? Jobs);
