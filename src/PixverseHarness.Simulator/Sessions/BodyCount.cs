namespace PixverseHarness.Simulator.Sessions;

/// <summary>How often one body was posted with one key.</summary>
/// <param name="Posts">All posts.</param>
/// <param name="Accepted">Those that became a job.</param>
internal readonly record struct BodyCount(int Posts, int Accepted);
