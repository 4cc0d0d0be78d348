using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Benchmarks.Generator;

/// <summary>
/// What the load engine costs beside a bare loop, wrk and Locust, on the same target in one run: processor time a poll, jobs a
/// processor second, memory by jobs in flight, and how late it sends. The programs take turns, round by round, so that a noisy
/// machine is noisy for all; processor time is the system's own count between two instants, and the work done between
/// them is what the twin has counted.
/// </summary>
/// <param name="folder">For scenario files and reports; the caller deletes it.</param>
/// <param name="rounds">How often each program has its turn.</param>
/// <param name="window">How long each turn is measured.</param>
internal sealed class GeneratorComparison(string folder, int rounds, TimeSpan window)
{
    private const int PolledJobs = 8_000;
    private const int JobsPerSecond = 100;
    private static readonly TimeSpan s_pollEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_quickPollEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(8);

    /// <summary>The mode <c>generator [ROUNDS [SECONDS [polls|jobs|memory|lateness]]]</c>; without the last, all four.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("generator-bench").FullName;
        try
        {
            var comparison = new GeneratorComparison(
                folder,
                args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5,
                TimeSpan.FromSeconds(args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 10));
            List<(string Name, Func<Task> Measure)> tables =
            [
                ("polls", comparison.ComparePollsAsync),
                ("jobs", comparison.CompareJobsAsync),
                ("memory", comparison.WeighAsync),
                ("lateness", comparison.TimeSubmitsAsync),
            ];
            foreach (var (_, measure) in tables.Where(table => args.Length < 4 || table.Name == args[3]))
            {
                await measure();
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task ComparePollsAsync()
    {
        using var twin = ServedTwin.Start(folder, "30m");
        var ids = Path.Combine(folder, "ids.txt");
        await File.WriteAllLinesAsync(ids, await twin.SubmitAsync(100));
        var origin = twin.Origin.GetLeftPart(UriPartial.Authority);
        var status = $"{origin}/v2/requests/{File.ReadLines(ids).First()}/status";
        List<Contender> contenders =
        [
            new($"bare loop, {PolledJobs:N0} jobs every 2 s", () => Programs.Self("bare-polls", origin, ids, $"{PolledJobs}", $"{s_pollEvery.TotalMilliseconds}")),
            new($"pixverse load, {PolledJobs:N0} jobs every 2 s", () => Load(twin, PolledJobs, s_pollEvery)),
            new("bare loop, 32 connections, no pause", () => Programs.Self("bare-polls", origin, ids, "32", "0")),
        ];
        if (IsThere("wrk"))
        {
            contenders.Add(new("wrk, 32 connections, no pause", () => Programs.Of("wrk", "-t1", "-c32", "-d600s", "-H", $"x-api-key: {Programs.Key}", status)));
        }

        if (HasLocust())
        {
            contenders.Add(new("Locust, 32 users, no pause", () => Locust(twin, 32, start => start.Environment["IDS"] = ids)));
        }

        var costs = await TakeTurnsAsync(contenders, twin.RequestsAsync);
        Table.Head("generator", "polls/s", "CPU a poll", "ratio to the bare loop of the same pace");
        foreach (var (contender, turns) in costs)
        {
            var baseline = costs[contender.Name.Contains("every", StringComparison.Ordinal) ? 0 : 2].Turns;
            Table.Row(
                contender.Name,
                Table.Text(Table.Median(turns.Select(static turn => turn.PerSecond)), 0),
                $"{Table.Text(Table.Median(turns.Select(static turn => turn.MicrosecondsEach)), 1)} us",
                Table.Text(Table.Median(turns.Zip(baseline, static (own, other) => own.MicrosecondsEach / other.MicrosecondsEach)), 2));
        }
    }

    private async Task CompareJobsAsync()
    {
        using var twin = ServedTwin.Start(folder, "2s");
        var origin = twin.Origin.GetLeftPart(UriPartial.Authority);
        List<Contender> contenders =
        [
            new("bare loop", () => Programs.Self("bare-jobs", origin, $"{JobsPerSecond}", $"{s_quickPollEvery.TotalMilliseconds}")),
            new("pixverse load", () => Load(twin, JobsPerSecond, s_quickPollEvery, perSecond: true)),
        ];
        if (HasLocust())
        {
            contenders.Add(new("Locust", () => Locust(twin, JobsPerSecond * 4, start =>
            {
                start.Environment["EVERY"] = Table.Text(s_quickPollEvery.TotalSeconds, 3);
                start.Environment["JOBS_PER_USER"] = "0.25";
            })));
        }

        var costs = await TakeTurnsAsync(contenders, twin.CompletedAsync);
        Table.Head($"generator, {JobsPerSecond} jobs/s of 2 s, polled every 0.5 s", "jobs/s", "jobs a CPU second", "ratio to the bare loop");
        foreach (var (contender, turns) in costs)
        {
            Table.Row(
                contender.Name,
                Table.Text(Table.Median(turns.Select(static turn => turn.PerSecond)), 1),
                Table.Text(1e6 / Table.Median(turns.Select(static turn => turn.MicrosecondsEach)), 0),
                Table.Text(Table.Median(turns.Zip(costs[0].Turns, static (own, other) => other.MicrosecondsEach / own.MicrosecondsEach)), 2));
        }
    }

    private async Task WeighAsync()
    {
        using var twin = ServedTwin.Start(folder, "30m");
        var ids = Path.Combine(folder, "ids.txt");
        await File.WriteAllLinesAsync(ids, await twin.SubmitAsync(100));
        var origin = twin.Origin.GetLeftPart(UriPartial.Authority);
        Table.Head("jobs in flight, each polled every 2 s", "pixverse load, resident", "bare loop, resident", "polls/s of pixverse load");
        foreach (var jobs in new[] { 1_000, 10_000, 20_000 })
        {
            var (bare, _) = await WeighAsync(twin, () => Programs.Self("bare-polls", origin, ids, $"{jobs}", $"{s_pollEvery.TotalMilliseconds}"));
            var (own, rate) = await WeighAsync(twin, () => Load(twin, jobs, s_pollEvery));
            Table.Row(jobs.ToString("N0", CultureInfo.InvariantCulture), $"{Table.Text(own, 0)} MiB", $"{Table.Text(bare, 0)} MiB", Table.Text(rate, 0));
        }
    }

    private async Task TimeSubmitsAsync()
    {
        Table.Head("pixverse load, submits/s", "submit lateness p50", "p99", "poll lateness p99", "submits");
        using var twin = ServedTwin.Start(folder, "2s");
        var turns = new List<(double Half, double Tail, double Polls, long Count)>();
        for (var round = 0; round < rounds; round++)
        {
            var reports = Path.Combine(folder, $"lateness-{round}");
            var process = Programs.Start(Programs.Pixverse(
                "load", Scenario("lateness", 200, window, TimeSpan.FromSeconds(1)), "--target", twin.Origin.AbsoluteUri, "--out", reports));
            process.BeginOutputReadLine();
            await process.WaitForExitAsync();
            Programs.End(process);
            var run = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(Path.Combine(reports, "run.json")), ResultsJson.Context.RunDocument)!;
            var submits = run.Measured!.Requests.Single(static one => one.Operation == RequestOperation.Submit).Lateness.ToDistribution();
            var polls = run.Measured!.Requests.Single(static one => one.Operation == RequestOperation.Poll).Lateness.ToDistribution();
            turns.Add((Milliseconds(submits, 50), Milliseconds(submits, 99), Milliseconds(polls, 99), submits.Count));
        }

        Table.Row(
            "200",
            $"{Table.Text(Table.Median(turns.Select(static turn => turn.Half)), 2)} ms",
            $"{Table.Text(Table.Median(turns.Select(static turn => turn.Tail)), 2)} ms",
            $"{Table.Text(Table.Median(turns.Select(static turn => turn.Polls)), 2)} ms",
            turns.Sum(static turn => turn.Count).ToString(CultureInfo.InvariantCulture));
    }

    private async Task<List<(Contender Contender, List<Turn> Turns)>> TakeTurnsAsync(List<Contender> contenders, Func<Task<long>> workDone)
    {
        var costs = contenders.ConvertAll(static contender => (contender, new List<Turn>()));
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (contender, turns) in costs)
            {
                turns.Add(await TakeTurnAsync(contender, workDone));
            }
        }

        return costs;
    }

    private async Task<Turn> TakeTurnAsync(Contender contender, Func<Task<long>> workDone)
    {
        var process = Programs.Start(contender.Start());
        process.BeginOutputReadLine();
        try
        {
            await Task.Delay(s_warmUp);
            var clock = TimeProvider.System;
            var (start, cpu, work) = (clock.GetTimestamp(), ProcessMeter.CpuSeconds(process.Id), await workDone());
            await Task.Delay(window);
            var (elapsed, spent, done) = (clock.GetElapsedTime(start), ProcessMeter.CpuSeconds(process.Id) - cpu, await workDone() - work);
            return done > 0
                ? new Turn(done / elapsed.TotalSeconds, spent * 1e6 / done)
                : throw new InvalidOperationException($"'{contender.Name}' did nothing.");
        }
        finally
        {
            Programs.End(process);
        }
    }

    private async Task<(double Mebibytes, double PerSecond)> WeighAsync(ServedTwin twin, Func<ProcessStartInfo> start)
    {
        var process = Programs.Start(start());
        process.BeginOutputReadLine();
        try
        {
            await Task.Delay(s_warmUp * 2);
            var (before, clock) = (await twin.RequestsAsync(), TimeProvider.System);
            var from = clock.GetTimestamp();
            await Task.Delay(window);
            return (ProcessMeter.ResidentMebibytes(process.Id), (await twin.RequestsAsync() - before) / clock.GetElapsedTime(from).TotalSeconds);
        }
        finally
        {
            Programs.End(process);
        }
    }

    // Jobs in flight are reached within two seconds and then only polled; a rate goes on to the end.
    private ProcessStartInfo Load(ServedTwin twin, int jobs, TimeSpan every, bool perSecond = false) => Programs.Pixverse(
        "load",
        perSecond ? Scenario("jobs", jobs, TimeSpan.FromMinutes(5), every) : Scenario("polls", jobs / 2, TimeSpan.FromSeconds(2), every),
        "--target", twin.Origin.AbsoluteUri,
        "--out", Path.Combine(folder, Path.GetRandomFileName()));

    private string Scenario(string name, int perSecond, TimeSpan during, TimeSpan every)
    {
        var file = Path.Combine(folder, $"{name}-{perSecond}.json");
        File.WriteAllText(file, $$"""
            {
              "name": "{{name}}", "purpose": "A measurement.", "seed": 1, "jobTimeout": "10m",
              "load": [ { "simulation": "inject", "rate": "{{perSecond}}/s", "during": "{{during.TotalSeconds}}s" } ],
              "polls": { "policy": "fixed", "every": "{{every.TotalMilliseconds}}ms" }
            }
            """);
        return file;
    }

    private static ProcessStartInfo Locust(ServedTwin twin, int users, Action<ProcessStartInfo> more)
    {
        var start = Programs.Of(
            "/usr/bin/python3", "-m", "locust", "-f", Path.Combine(AppContext.BaseDirectory, "Generator", "locustfile.py"),
            "--headless", "--users", $"{users}", "--spawn-rate", "200", "--host", twin.Origin.GetLeftPart(UriPartial.Authority));
        start.Environment["BODY"] = ServedTwin.Body;
        more(start);
        return start;
    }

    private static double Milliseconds(Distribution lateness, int percent) =>
        (lateness.AtRank((long)Math.Ceiling(lateness.Count * percent / 100.0)) ?? 0) / 1000.0;

    private static bool HasLocust() => Answers("/usr/bin/python3", "-c", "import locust") || Absent("Locust (Debian's python3-locust)");

    private static bool IsThere(string program) => Answers("sh", "-c", $"command -v {program}") || Absent(program);

    private static bool Absent(string what)
    {
        Console.Error.WriteLine($"{what} is not installed, so it is left out.");
        return false;
    }

    private static bool Answers(string file, params string[] arguments)
    {
        using var process = Programs.Start(Programs.Of(file, arguments));
        process.BeginOutputReadLine();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private readonly record struct Turn(double PerSecond, double MicrosecondsEach);
}
