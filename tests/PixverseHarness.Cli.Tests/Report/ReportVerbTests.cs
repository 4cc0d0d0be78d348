using System.Text.Json;
using PixverseHarness.Reporting;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Recording;
using PixverseHarness.Results.Samples;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Report;

public sealed class ReportVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Pixverse _pixverse = new();

    public static TheoryData<string> Formats => [.. RunExporters.All.Select(e => e.Format)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Report_OfAStoredRun_IsTheOneOfTheLibrary(string format)
    {
        var document = Store("run", TimeSpan.FromSeconds(2));

        var run = await _pixverse.RunAsync("report", _folder.File("run"), "--format", format);

        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Equal(RunExporters.Find(format)!.Render(document), run.Output);
    }

    [Fact]
    public async Task Report_IntoAFile_PrintsNothing()
    {
        Store("run", TimeSpan.FromSeconds(2));

        var run = await _pixverse.RunAsync("report", Path.Combine(_folder.File("run"), "run.json"), "--format", "junit", "--out", _folder.File("out/junit.xml"));

        Assert.Equal((ExitCodes.Ok, ""), (run.Code, run.Output));
        Assert.StartsWith("<testsuites ", await File.ReadAllTextAsync(_folder.File("out/junit.xml")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, ExitCodes.Ok)]
    [InlineData(4, ExitCodes.Regression)]
    public async Task Compare_WithARunOfSoManySeconds_ExitsAsItShould(int seconds, int code)
    {
        Store("base", TimeSpan.FromSeconds(2));
        Store("new", TimeSpan.FromSeconds(seconds));

        var run = await _pixverse.RunAsync("report", "compare", _folder.File("base"), _folder.File("new"));

        Assert.True(code == run.Code, run.Output);
        Assert.Contains("end to end", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_AsJson_IsADocument()
    {
        Store("base", TimeSpan.FromSeconds(2));

        var run = await _pixverse.RunAsync("report", "compare", _folder.File("base"), _folder.File("base"), "--format", "json");

        using var comparison = JsonDocument.Parse(run.Output);
        Assert.Equal("same", comparison.RootElement.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("PXH0201", "report", "no-such-run")]
    [InlineData("PXH0106", "report", "x", "--format", "pdf")]
    [InlineData("PXH0108", "report")]
    [InlineData("PXH0108", "report", "compare", "one")]
    public async Task Report_WithWordsThatDoNotFit_SaysWhy(string code, params string[] arguments)
    {
        var run = await _pixverse.RunAsync(arguments);

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{ \"schemaVersion\": \"2.0\" }")]
    [InlineData("{ \"schemaVersion\": \"1.0\" }")]
    [InlineData("{")]
    public async Task Report_OfAFileThatIsNoRun_SaysSo(string json)
    {
        await File.WriteAllTextAsync(_folder.File("x.json"), json);

        var run = await _pixverse.RunAsync("report", _folder.File("x.json"));

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains("PXH0901", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_WithARunThatMeasuredNothing_SaysSo()
    {
        Store("base", TimeSpan.FromSeconds(2));
        Write("empty", RunDocument.Conclude(Header(), [], new VerificationDocument { Profile = "documented", Requests = 0, Clauses = [] }));

        var run = await _pixverse.RunAsync("report", "compare", _folder.File("base"), _folder.File("empty"));

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains("PXH0902", run.Error, StringComparison.Ordinal);
    }

    private RunDocument Store(string name, TimeSpan jobTime)
    {
        const int Jobs = 200;
        const int Apart = 10;
        var length = TimeSpan.FromSeconds(Jobs * Apart);
        var recorder = new RunRecorder(new RunRecorderOptions
        {
            Cohorts = [new Cohort(0, "inject", TimeSpan.Zero, length, 1.0 / Apart)], PlannedDuration = length,
        });
        for (var ordinal = 0; ordinal < Jobs; ordinal++)
        {
            // A spread of a tenth, so that the runs are samples and not constants.
            var start = TimeSpan.FromSeconds(ordinal * Apart);
            var end = start + (jobTime * (1 + (ordinal % 10 / 100.0)));
            recorder.ChangeInFlight(start, +1);
            recorder.ChangeInFlight(end, -1);
            recorder.Record(new RequestSample(RequestOperation.Submit, start, start, start, 200));
            recorder.Record(new JobSample
            {
                Ordinal = ordinal, IntendedStart = start, ActualStart = start, SubmitEnd = start, Finished = new ObservedInterval(end, end),
                End = end, Outcome = JobOutcome.Completed,
            });
        }

        var document = RunDocument.Conclude(Header(), recorder.Measured(length), []);
        Write(name, document);
        return RunDocument.FromJson(document.ToJson());
    }

    private void Write(string name, RunDocument document)
    {
        Directory.CreateDirectory(_folder.File(name));
        File.WriteAllText(Path.Combine(_folder.File(name), "run.json"), document.ToJson());
    }

    private static RunHeader Header() => new() { Kind = RunKind.Load, Name = "made", Seed = 1, ToolVersion = "1", Target = TargetKind.Simulator };
}
