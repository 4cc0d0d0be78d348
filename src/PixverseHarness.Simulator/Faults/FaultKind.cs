namespace PixverseHarness.Simulator.Faults;

/// <summary>A kind of fault that is not an error cause.</summary>
/// <param name="Name">Its name, in snake case.</param>
/// <param name="Summary">What it does, in a few words.</param>
/// <param name="TakesDuration">Whether it needs a duration.</param>
/// <param name="Create">Builds one.</param>
public sealed record FaultKind(string Name, string Summary, bool TakesDuration, Func<TimeSpan, Fault> Create);
