using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Simulator.Tests.Sessions;

/// <summary>One call of a history: what was asked, when, and what came back.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Job">Id of the job that was read or made; null when none was.</param>
/// <param name="Invoked">Place of the call among all beginnings and ends of calls.</param>
/// <param name="Returned">Place of its answer among them.</param>
/// <param name="Number">Place that the twin says it had among all calls.</param>
/// <param name="At">Instant that the twin says it had.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="Said">What the answer says of the job's state, or of the balance.</param>
internal sealed record Call(ApiOperation Operation, string? Job, long Invoked, long Returned, long Number, long At, int Status, string Said);
