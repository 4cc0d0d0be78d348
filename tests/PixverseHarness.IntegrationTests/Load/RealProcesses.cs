namespace PixverseHarness.IntegrationTests.Load;

/// <summary>Tests that start processes or measure times: alone, so that they do not disturb each other.</summary>
[CollectionDefinition(nameof(RealProcesses), DisableParallelization = true)]
public sealed class RealProcesses;
