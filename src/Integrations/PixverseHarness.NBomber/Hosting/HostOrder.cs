using System.Collections.Immutable;
using PixverseHarness.NBomber.Jobs;
using PixverseHarness.NBomber.Mapping;

namespace PixverseHarness.NBomber.Hosting;

/// <summary>What NBomber is to do.</summary>
/// <param name="Name">The scenario's name in its reports.</param>
/// <param name="Calls">Its load simulations.</param>
/// <param name="ReportFolder">Where its reports go; it empties the folder first.</param>
/// <param name="RunJob">What a copy does.</param>
/// <param name="WhenEmpty">Completes once no job is in flight: what it waits for before it counts.</param>
internal sealed record HostOrder(
    string Name, ImmutableArray<SimulationCall> Calls, string ReportFolder, Func<IStepScope, Task<JobEnd>> RunJob, Func<Task> WhenEmpty);
