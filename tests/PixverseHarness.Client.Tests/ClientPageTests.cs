using System.Globalization;
using System.Text.RegularExpressions;
using PixverseHarness.Client.Tests.Support;
using PixverseHarness.TestKit;

namespace PixverseHarness.Client.Tests;

public sealed class ClientPageTests
{
    private const string SamplesFile = "tests/PixverseHarness.Client.Tests/ClientSamples.cs";

    private static readonly Regex Blocks = new(@"```csharp\n(.*?)```", RegexOptions.Singleline | RegexOptions.NonBacktracking);

    private static readonly Regex Samples = new(@" // sample: [\w-]+\n(.*?) // end\n", RegexOptions.Singleline | RegexOptions.NonBacktracking);

    private readonly Bench bench = new();
    private readonly StringWriter log = new(CultureInfo.InvariantCulture);

    [Fact]
    public void Page_EverySample_IsCompiledCodeWordForWord()
    {
        var page = Blocks.Matches(Read("docs/client.md")).Select(m => m.Groups[1].Value).ToList();
        var code = Samples.Matches(Read(SamplesFile)).Select(m => Unindent(m.Groups[1].Value)).ToList();

        Assert.Equal(6, page.Count);
        Assert.Equal(code, page);
    }

    [Fact]
    public void Generate_Completed_DownloadsTheFile()
    {
        bench.Handler.Json(200, WireBodies.Accepted).Json(200, WireBodies.Completed).Json(200, WireBodies.Result).Answer(200, WireBodies.Mp4, "video/mp4");
        using var file = new MemoryStream();

        Pump.Run(bench.Clock, () => ClientSamples.GenerateAsync(bench.Client, file, log));

        Assert.Equal(WireBodies.Mp4, file.ToArray());
        Assert.Empty(log.ToString());
    }

    [Fact]
    public void Generate_Failed_LogsDetailAndTime()
    {
        bench.Handler.Json(200, WireBodies.Accepted).Json(422, WireBodies.Failed);

        Pump.Run(bench.Clock, () => ClientSamples.GenerateAsync(bench.Client, Stream.Null, log));

        Assert.Equal($"{WireBodies.Id} failed after 00:00:00.0034000: Prompt is required for video generation.", log.ToString().TrimEnd());
    }

    [Fact]
    public void Generate_DeadlineThenRepoll_FindsTheVideo()
    {
        bench.Handler.Json(200, WireBodies.Accepted).Later(TimeSpan.FromSeconds(20), 200, WireBodies.Processing);
        Pump.Run(bench.Clock, () => ClientSamples.GenerateAsync(bench.Client, Stream.Null, log));
        Assert.Equal($"{WireBodies.Id} is still Processing", log.ToString().TrimEnd());

        var later = new Bench();
        later.Handler.Json(200, WireBodies.Completed).Json(200, WireBodies.Result);
        var outcome = later.Run(() => ClientSamples.RepollAsync(later.Client, WireBodies.Id));

        Assert.Equal(WaitEnd.Completed, outcome.End);
        Assert.DoesNotContain(later.Handler.Seen, s => s.Method == "POST");
    }

    [Theory]
    [InlineData(429, WireBodies.RateLimited, "rate limited until 2026-10-01T12:01:00.0000000+00:00")]
    [InlineData(402, """{"error":"Insufficient credits. You have 0.0 credits."}""", "refused: insufficient_credits")]
    [InlineData(200, """{"request_id":"ab""", "a job may exist and be billed: The answer cannot be used: truncated (content type application/json)")]
    public void Steps_NoJob_LogsWhy(int status, string body, string line)
    {
        bench.Handler.Json(status, body, status == 429 ? [("x-rate-limit-reset-at-utc", "2026-10-01T12:01:00Z")] : []);

        var outcome = bench.Run(() => ClientSamples.StepsAsync(bench.Client, Bench.Fox, log));

        Assert.Null(outcome);
        Assert.Equal(line, log.ToString().TrimEnd());
    }

    [Fact]
    public void Steps_Completed_LogsUrlAndCost()
    {
        bench.Handler.Json(200, WireBodies.Accepted).Json(200, WireBodies.Completed).Json(200, WireBodies.Result);

        bench.Run(() => ClientSamples.StepsAsync(bench.Client, Bench.Fox, log));

        Assert.Equal("video at https://images.segmind.com/generations/5f0ce1.mp4, cost $0.375", log.ToString().TrimEnd());
    }

    [Fact]
    public void Create_Samples_ReachTheAddressesThatTheyName()
    {
        using var live = ClientSamples.Create(Bench.Key, bench.Clock);
        using var local = ClientSamples.CreateLocal(Bench.Key, bench.Clock);

        Assert.Equal("PixverseClient of https://api.segmind.com", live.ToString());
        Assert.Equal("PixverseClient of http://127.0.0.1:5000/s/my-test", local.ToString());
    }

    [Fact]
    public void Policy_Sample_WaitsRarelyThenClosely()
    {
        bench.Handler.Json(200, WireBodies.Processing);

        bench.Wait(TimeSpan.FromSeconds(34), new ClientSamples.AroundTheAverage());

        Assert.Equal([0, 10, 20, 30, 31.5, 33, 34], bench.Handler.Seconds);
    }

    private static string Read(string path) => File.ReadAllText(RepositoryRoot.Combine(path)).ReplaceLineEndings("\n");

    private static string Unindent(string code)
    {
        var lines = code.TrimEnd('\n', ' ').Split('\n');
        var indent = lines.Where(l => l.Length > 0).Min(l => l.Length - l.TrimStart().Length);
        return string.Join('\n', lines.Select(l => l.Length > 0 ? l[indent..] : l)) + "\n";
    }
}
