namespace PixverseHarness.Load.Schedules;

/// <summary>Something wrong with a list of simulations.</summary>
/// <param name="Path">Where, as a JSON path below the list: <c>[2].during</c>.</param>
/// <param name="Message">What is wrong, the value in quotes, and what is allowed; one line.</param>
public sealed record ScheduleFault(string Path, string Message);
