using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PixverseHarness.Benchmarks.Generator;
using PixverseHarness.Benchmarks.HeldJobs;
using PixverseHarness.Benchmarks.HostCalls;
using PixverseHarness.Benchmarks.VirtualTime;

switch (args)
{
    case ["call-target", var kind, var call]:
        return await CallTarget.RunAsync(kind, call);
    case ["held-jobs", .. var count]:
        return await JobHolder.RunAsync(count is [var number] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
    case ["bare-polls" or "bare-jobs", ..]:
        return await BareLoop.RunAsync(args);
    case ["generator", ..]:
        return await GeneratorComparison.RunAsync(args);
    case ["virtual-day", ..]:
        return VirtualDay.Run(args);
}

// In process: a generated project would inherit this repository's analyzers and output folders.
var config = DefaultConfig.Instance
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumn(StatisticColumn.OperationsPerSecond);
BenchmarkSwitcher.FromAssembly(typeof(VirtualDay).Assembly).Run(args, config);
return 0;
