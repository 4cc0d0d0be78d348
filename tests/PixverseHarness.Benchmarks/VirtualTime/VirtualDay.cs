using System.Diagnostics;
using System.Globalization;
using PixverseHarness.Benchmarks.Generator;
using PixverseHarness.Cli.Load;
using PixverseHarness.Client;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.VirtualTime;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Payloads.Streams;
using PixverseHarness.Results.Recording;
using PixverseHarness.Results.Samples;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.InProcess;

namespace PixverseHarness.Benchmarks.VirtualTime;

/// <summary>
/// A whole day in virtual time: 86,400 jobs of 44 s, one a second, polled every two seconds by the real engine and client, on the
/// real twin in the same process. Nothing is modelled twice; only the clock jumps.
/// </summary>
internal static class VirtualDay
{
    private const int Jobs = 86_400;

    /// <summary>The mode <c>virtual-day [ROUNDS]</c>.</summary>
    public static int Run(string[] args)
    {
        var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        var seconds = new List<double>();
        Played played = default;
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            played = Play(seed: 1);
            seconds.Add(watch.Elapsed.TotalSeconds);
            if (played.Jobs != Jobs || played.Completed != Jobs)
            {
                Console.Error.WriteLine($"{played.Jobs} jobs were sent and {played.Completed} completed.");
                return 1;
            }
        }

        Table.Head("a day of one job a second", "jobs", "polls", "median", "fastest", "slowest", "real time over virtual");
        Table.Row(
            "engine, client and twin",
            played.Jobs.ToString("N0", CultureInfo.InvariantCulture),
            played.Polls.ToString("N0", CultureInfo.InvariantCulture),
            $"{Table.Text(Table.Median(seconds), 1)} s",
            $"{Table.Text(seconds.Min(), 1)} s",
            $"{Table.Text(seconds.Max(), 1)} s",
            $"1 to {Table.Text(86_400 / Table.Median(seconds), 0)}");
        return 0;
    }

    private static Played Play(ulong seed) => VirtualPump.Run(async clock =>
    {
        var twin = new TwinCore(new TwinOptions { Seed = seed, ServiceTime = TimeSpan.FromSeconds(44) }, clock);
        using var invoker = new HttpMessageInvoker(new TwinMessageHandler(twin));
        using var client = new PixverseClient(
            invoker, new PixverseClientOptions { ApiKey = Programs.Key, BaseAddress = new Uri("http://twin.test") }, clock);
        var options = new LoadOptions
        {
            Schedule = LoadSchedule.Of([new Inject(Rate.PerSecond(1), TimeSpan.FromSeconds(Jobs))], ArrivalKind.Constant, seed),
            Polls = PollPolicies.Fixed(TimeSpan.FromSeconds(2)),
            CohortWindow = TimeSpan.FromHours(1),
        };
        var recorder = new RunRecorder(new RunRecorderOptions { Cohorts = options.Cohorts, PlannedDuration = TimeSpan.FromDays(1) });
        var workload = new PixverseWorkload(client, Workflow.V2SubmitPoll, new PayloadStream(seed, PayloadMix.OnlyValid, ApiProfile.Documented), []);
        var result = await new LoadRun(options, workload, recorder, clock).RunAsync();
        return new Played(result.Offered, result.Count(JobOutcome.Completed), result.Polls);
    });

    private readonly record struct Played(long Jobs, long Completed, long Polls);
}
