using PixverseHarness.Contract.Parameters;

namespace PixverseHarness.Cli.Demo;

/// <summary>One request of the tour.</summary>
/// <param name="Account">The account that sends it.</param>
/// <param name="Request">What it asks for.</param>
/// <param name="Planned">How it ends if twin and client do what they should.</param>
internal sealed record DemoJob(DemoAccount Account, VideoRequest Request, DemoOutcome Planned);
