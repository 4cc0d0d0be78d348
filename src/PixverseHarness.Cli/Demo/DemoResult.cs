using PixverseHarness.Client;
using PixverseHarness.Contract.Prices;

namespace PixverseHarness.Cli.Demo;

/// <summary>What the client saw of one request.</summary>
/// <param name="Job">The request.</param>
/// <param name="Seen">How it ended; null when it ended in a way that the tour does not know.</param>
/// <param name="Status">HTTP status of the answer that decided it; null when none came.</param>
/// <param name="Cost">What the twin says it cost; null when it does not say.</param>
/// <param name="Failure">Why there is no video; null when there is one.</param>
internal sealed record DemoResult(DemoJob Job, DemoOutcome? Seen, int? Status, MicroDollars? Cost, StepFailure? Failure);
