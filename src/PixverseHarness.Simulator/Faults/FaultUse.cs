namespace PixverseHarness.Simulator.Faults;

/// <summary>How often a rule took part in an answer or in the fate of a job.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Times">How often, over all sessions that were asked for.</param>
public readonly record struct FaultUse(FaultRule Rule, long Times);
