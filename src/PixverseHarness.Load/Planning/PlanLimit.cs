namespace PixverseHarness.Load.Planning;

/// <summary>A limit, held against what the plan asks of it.</summary>
/// <param name="Kind">Which limit; its unit is submits in a minute, jobs worked on, millionths of a US dollar, or jobs in flight.</param>
/// <param name="Allowed">What it allows.</param>
/// <param name="Wanted">The most that the plan asks of it.</param>
/// <param name="BindsAt">When the plan first asks for more than is allowed, since the start; null if never.</param>
/// <param name="JobsPerHour">The rate of jobs that it sustains for ever; null for money, which sustains none.</param>
public sealed record PlanLimit(PlanLimitKind Kind, double Allowed, double Wanted, TimeSpan? BindsAt, double? JobsPerHour);
