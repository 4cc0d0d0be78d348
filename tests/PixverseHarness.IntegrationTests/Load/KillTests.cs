using System.Text.Json;
using PixverseHarness.Cli;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Load.Ledger;
using PixverseHarness.Payloads.Streams;
using PixverseHarness.TestKit;

namespace PixverseHarness.IntegrationTests.Load;

/// <summary>
/// Real load runs against a real twin, ended by SIGKILL at random moments and resumed. The twin's account is the truth: every
/// job in it must be in our ledger, fetched, or stand behind an intent that we call possibly billed.
/// </summary>
[Collection(nameof(RealProcesses))]
public sealed class KillTests : IDisposable
{
    private const int Moments = 20;
    private const int AtOnce = 2;
    private const ulong Seed = 20_260_101;

    // Sixty submits of 30 ms each at 100/s, so that some are always under way; the answer of one in twelve is lost.
    private const string Twin =
        """
        { "purpose": "x.", "seed": 1, "twin": { "serviceTime": "400ms", "faults": [
          { "id": "slow", "fault": "latency", "operations": ["submit"], "duration": "30ms" },
          { "id": "lost", "fault": "lost_answer", "operations": ["submit"], "probability": 0.08 } ] } }
        """;

    private const string Scenario =
        """
        { "purpose": "x.", "load": [ { "simulation": "iterationsForInject", "rate": "100/s", "iterations": 60 } ],
          "polls": { "policy": "jittered", "every": "100ms", "spread": 0.2 }, "jobTimeout": "20s" }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Resume_AfterKillsAtRandomMoments_AccountsForEveryJobOfTheTwin()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs SIGKILL");
        using var twin = await ServedTwin.StartAsync(await WriteAsync("twin.json", Twin));
        var scenario = await WriteAsync("scenario.json", Scenario);
        var draws = new Random((int)Seed);
        var moments = Enumerable.Range(0, Moments).Select(round => (Round: round, Share: draws.NextDouble())).ToArray();
        var endings = new List<Ending>();
        foreach (var together in moments.Chunk(AtOnce))
        {
            endings.AddRange(await Task.WhenAll(together.Select(m => KillAndResumeAsync(twin, scenario, m.Round, m.Share))));
        }

        // A test in which nothing was ever open would prove nothing.
        Assert.True(endings.Sum(static e => e.Adopted) > Moments, $"only {endings.Sum(static e => e.Adopted)} jobs were adopted");
        Assert.Contains(endings, static e => e.PossiblyBilled > 0);
        Assert.Contains(endings, static e => e.Unknown > 0);

        Assert.DoesNotContain(endings, static e => e.SaysJobsWereLost);
    }

    private async Task<Ending> KillAndResumeAsync(ServedTwin twin, string scenario, int round, double share)
    {
        var session = $"round-{round}";
        var reports = Path.Combine(_folder.Path, session);
        string[] command = ["load", scenario, "--target", twin.Session(session).ToString(), "--seed", "9"];
        await KillAsync([.. command, "--out", reports], Path.Combine(reports, "submits.jsonl"), share);
        var left = ReadLedger(reports);

        var resume = await PixverseInProcess.RunAsync([.. command, "--resume", reports]);

        // Doubts alone prove nothing, and neither does a machine that keeps the generator waiting. Whether a job was lost, the audit says.
        var open = left.Unresolved.Length;
        var mayBeOpen = resume.Output.Contains("distrust: ", StringComparison.Ordinal) || (open == 0 && !left.PossiblyBilled.IsEmpty);
        Assert.True(resume.Code == ExitCodes.Ok || (resume.Code == ExitCodes.Inconclusive && mayBeOpen), $"round {round}: exit {resume.Code}\n{resume.Error}\n{resume.Output}");
        Assert.All(left.PossiblyBilled, intent => Assert.Contains($"possibly billed: submit {intent.Ordinal} of ", resume.Error, StringComparison.Ordinal));
        var audited = await AuditAsync(twin, session, reports, open);
        return audited with { SaysJobsWereLost = resume.Output.Contains("jobs were lost", StringComparison.Ordinal) };
    }

    /// <summary>Kills the run once its ledger has grown to a share of what it would become: a moment that is random in the run's own time.</summary>
    private static async Task KillAsync(string[] arguments, string ledger, double share)
    {
        const int BytesOfAWholeRun = 60 * 270;
        var bytes = 60 + (long)(share * 0.85 * BytesOfAWholeRun);
        using var run = PixverseProcess.Start(arguments);
        await run.UntilAsync(() => new FileInfo(ledger) is { Exists: true } file && file.Length >= bytes, "the ledger to grow");
        Assert.False(run.HasEnded, $"ended before it was killed\n{run.Error}");
        run.Kill();
        await run.EndAsync();
    }

    private static async Task<Ending> AuditAsync(ServedTwin twin, string session, string reports, int adopted)
    {
        var ledger = ReadLedger(reports);
        Assert.Empty(ledger.Unresolved);

        var ids = (await File.ReadAllLinesAsync(Path.Combine(reports, "submits.jsonl")))
            .Select(static line => Parse(line))
            .Where(static line => line is { Kind: LedgerLine.Accepted })
            .Select(static line => line!.JobId)
            .ToHashSet(StringComparer.Ordinal);
        var jobs = (await twin.AdminAsync(session, "jobs?limit=1000")).GetProperty("jobs").EnumerateArray().ToArray();
        var known = jobs.Where(j => ids.Contains(j.GetProperty("id").GetString())).ToArray();
        var unknown = jobs.Except(known).ToArray();

        // Every id of ours is a job of the twin, and its result was fetched.
        Assert.Equal(ids.Count, known.Length);
        Assert.All(known, job => Assert.True(job.GetProperty("resultReads").GetInt32() > 0, $"{session}: {job} was never fetched"));

        // Every other job of the twin is the one that a possibly billed intent of ours asked for.
        var payloads = new PayloadStream(9, PayloadMix.OnlyValid, ApiProfile.Documented);
        var asked = ledger.PossiblyBilled.Select(intent => payloads.At(intent.Ordinal).Request!).ToArray();
        Assert.All(unknown, job => Assert.Contains(asked, request =>
            request.Prompt == job.GetProperty("prompt").GetString() && PriceTable.PriceOf(request).ToDollars() == job.GetProperty("price").GetDecimal()));
        Assert.True(unknown.Length <= asked.Length, $"{session}: {unknown.Length} unknown jobs, {asked.Length} possibly billed");
        return new Ending(adopted, ledger.PossiblyBilled.Length, unknown.Length);
    }

    private static LedgerContents ReadLedger(string reports)
    {
        using var text = new StreamReader(Path.Combine(reports, "submits.jsonl"));
        return LedgerContents.Read(text);
    }

    private static LedgerLine? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, LedgerJson.Default.LedgerLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    /// <summary>What a round left.</summary>
    /// <param name="Adopted">Jobs that the resumed run followed.</param>
    /// <param name="PossiblyBilled">Intents without an id.</param>
    /// <param name="Unknown">Jobs of the twin whose id we never learned.</param>
    private sealed record Ending(int Adopted, int PossiblyBilled, int Unknown, bool SaysJobsWereLost = false);
}
