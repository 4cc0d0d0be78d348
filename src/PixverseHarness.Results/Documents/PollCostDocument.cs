namespace PixverseHarness.Results.Documents;

/// <summary>Completed jobs that took one number of polls.</summary>
/// <param name="Polls">Status requests per job; the greatest row stands for as many or more.</param>
/// <param name="Jobs">Number of such jobs.</param>
/// <param name="DetectionBoundSumUs">Sum over them of the most that detection can have been late, in microseconds.</param>
public sealed record PollCostDocument(int Polls, long Jobs, long DetectionBoundSumUs);
