using PixverseHarness.Load.Planning;

namespace PixverseHarness.Cli.Load;

/// <summary>One limit of a plan as JSON.</summary>
/// <param name="Kind">Which limit.</param>
/// <param name="Allowed">What it allows, in its own unit; money in millionths of a US dollar.</param>
/// <param name="Wanted">The most that the plan asks of it.</param>
/// <param name="BindsAtSeconds">When the plan first asks for more; absent if never.</param>
/// <param name="JobsPerHour">The rate that it sustains; absent for money.</param>
internal sealed record ForecastLimit(PlanLimitKind Kind, double Allowed, double Wanted, double? BindsAtSeconds, double? JobsPerHour);
