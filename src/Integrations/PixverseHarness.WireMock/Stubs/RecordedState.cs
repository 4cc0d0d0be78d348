using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.WireMock.Stubs;

/// <summary>What a twin answered about a job while it was in one state.</summary>
/// <param name="Name">The state as the API names it.</param>
/// <param name="Status">The answer of the status call.</param>
/// <param name="Result">The answer of the result call.</param>
/// <param name="V1Result">The answer of the submit's <c>poll_url</c>.</param>
internal sealed record RecordedState(string Name, TwinResponse Status, TwinResponse Result, TwinResponse V1Result);
