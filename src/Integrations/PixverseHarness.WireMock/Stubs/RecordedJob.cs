using System.Collections.Immutable;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.WireMock.Stubs;

/// <summary>What a twin answered about one job, from its submit to its end.</summary>
/// <param name="Id">The request id.</param>
/// <param name="Submit">The answer to the submit.</param>
/// <param name="States">The states in order, the last one final.</param>
internal sealed record RecordedJob(string Id, TwinResponse Submit, ImmutableArray<RecordedState> States);
