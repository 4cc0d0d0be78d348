using System.Text.Json;
using PixverseHarness.Cli.Repro;
using PixverseHarness.Cli.Tests.Simulate;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Repro;

public sealed class ReproVerbTests
{
    [Fact]
    public void OfStatus_EveryStatusOfTheContract_IsMetInBothProfiles()
    {
        foreach (var profile in new[] { ApiProfile.Documented, ApiProfile.Observed })
        {
            var statuses = ErrorCauses.All.Where(c => c != ErrorCauses.InsufficientCredits).Select(c => c.Status).Append(profile.CreditsStatus).Distinct();
            Assert.All(statuses, status => Assert.All(ReproCases.OfStatus(status, profile), c => Assert.Equal(status, c.Status)));
            Assert.All(statuses, status => Assert.NotEmpty(ReproCases.OfStatus(status, profile)));
        }
    }

    [Fact]
    public async Task List_Text_HasOneLineForEveryName()
    {
        var run = await Run("--list");

        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.All(ReproCases.Names, n => Assert.Single(run.Output.Split('\n'), l => l.StartsWith($"  {n} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task List_Json_IsByStatus()
    {
        var run = await Run("--list", "--output", "json");

        using var document = JsonDocument.Parse(run.Output);
        var outcomes = document.RootElement.GetProperty("names").EnumerateArray().Where(n => n.GetProperty("isCause").GetBoolean()).Select(n => n.GetProperty("outcome").GetString()!).ToArray();
        Assert.Equal(outcomes.Order(StringComparer.Ordinal), outcomes);
        Assert.Equal(ErrorCauses.All.Length, outcomes.Length);
    }

    [Fact]
    public async Task Status_429_ShowsTheResetAndWhatToDo()
    {
        var run = await Run("429", "--seed", "1");

        Assert.Equal((ExitCodes.Ok, ""), (run.Code, run.Error));
        Assert.StartsWith("rate_limited: 429 Too Many Requests (documented profile, seed 1)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n< x-rate-limit-reset-at-utc: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nDo       Wait until the instant in x-rate-limit-reset-at-utc", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nBilled   no: no job came of it\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("/__admin/clock -d '{\"action\":\"resume\"}'\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("> x-api-key: SG_***", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_406Observed_ShowsWhereTheProfilesDiffer()
    {
        using var document = JsonDocument.Parse((await Run("406", "--profile", "observed", "--output", "json")).Output);

        var root = document.RootElement;
        var profiles = root.GetProperty("profiles").EnumerateArray().Select(p => $"{p.GetProperty("profile").GetString()} {p.GetProperty("outcome").GetString()}").ToArray();
        Assert.Equal(("insufficient_credits", 406), (root.GetProperty("name").GetString(), root.GetProperty("status").GetInt32()));
        Assert.Contains("documented 406 Not Acceptable, insufficient_credits, from POST /v2/pixverse-text2video", profiles);
        Assert.Contains("observed 402 Payment Required, insufficient_credits, from POST /v2/pixverse-text2video", profiles);
        Assert.Contains("observed 406 Not Acceptable, insufficient_credits, from POST /v1/pixverse-text2video", profiles);
    }

    [Fact]
    public async Task LateValidation_WithoutAProfile_IsMetUnderTheOneThatKnowsIt()
    {
        Assert.StartsWith("late_validation: 422 Unprocessable Entity (observed profile", (await Run("late_validation")).Output, StringComparison.Ordinal);
        Assert.StartsWith("late_validation, met as invalid_parameter: 400 Bad Request (documented profile", (await Run("late_validation", "--profile", "documented")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lost_answer", "yes, $0.375 when it completes, polled or not")]
    [InlineData("reset_peer", "no: no job came of it")]
    [InlineData("generation_failed", "reading costs nothing; the job: no, only completed jobs are charged")]
    [InlineData("bad_gateway", "reading costs nothing; the job: yes, $0.375 when it completes, polled or not")]
    [InlineData("result_expired", "reading costs nothing; the job: yes, $0.375, although its record is gone")]
    [InlineData("request_not_found", "no: no job has this id")]
    public async Task Billed_ByTheTwinsBooks_IsSaid(string name, string billed)
    {
        using var document = JsonDocument.Parse((await Run(name, "--output", "json")).Output);

        Assert.Equal(billed, document.RootElement.GetProperty("billed").GetString());
    }

    [Fact]
    public async Task Keep_UntilStopped_LeavesTheTwinInItsState()
    {
        var pixverse = new Pixverse { Clock = Pixverse.RealClock, OutputInstead = new SnippetWriter() };
        var running = pixverse.RunAsync(["repro", "insufficient_credits", "--keep"]);
        var origin = await ((SnippetWriter)pixverse.OutputInstead).Origin.WaitAsync(TimeSpan.FromSeconds(30), Pixverse.RealClock);

        using var http = new HttpClient();
        using var answer = await http.PostAsync(new Uri(origin, "/v1/pixverse-text2video"), null);
        await pixverse.Stop.CancelAsync();

        Assert.Equal(ExitCodes.Ok, (await running.WaitAsync(TimeSpan.FromSeconds(30), Pixverse.RealClock)).Code);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("insuficient_credits", "error PXH0701: unknown error \"insuficient_credits\". Did you mean \"insufficient_credits\"?")]
    [InlineData("lost_anwser", "error PXH0701: unknown error \"lost_anwser\". Did you mean \"lost_answer\"?")]
    [InlineData("418", "error PXH0701: no error has the status \"418\" under the documented profile. Known: 400, 401, 403, 404, 405, 406, 410, 413, 422, 429, 500, 502, 504. Run: pixverse repro --list\n")]
    [InlineData("402", "error PXH0701: no error has the status \"402\" under the documented profile.")]
    public async Task What_Unknown_NamesTheNearestInOneLine(string what, string expected)
    {
        var run = await Run(what);

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.StartsWith(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }

    [Fact]
    public async Task What_Absent_IsSaidInOneLine()
    {
        var run = await Run();

        Assert.Equal((ExitCodes.Usage, "error PXH0108: pixverse repro needs WHAT: a cause, a status or a fault. Run: pixverse repro --list\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task Port_Taken_IsSaidInOneLine()
    {
        await using var first = await ServedTwin.StartAsync("--port", "0");

        var run = await Run("429", "--port", $"{first.Origin.Port}");

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.StartsWith("error PXH0301: --port: cannot listen on 127.0.0.1:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void NotMet_AnExchangeThatEndsOtherwise_HasACodeOfItsOwn() =>
        Assert.Equal(("PXH0702", ExitCodes.OwnFault), (ReproMessages.NotMet.Code, ReproMessages.NotMet.ExitCode));

    [Fact]
    public void ErrorPage_IsTheCommittedPage() => GoldenFile.Matches("docs/handling-every-error.md", ErrorPage.Text());

    [Fact]
    public void FaultPage_IsTheCommittedPage() => GoldenFile.Matches("docs/faults.md", FaultPage.Text());

    private static Task<Pixverse.Run> Run(params string[] arguments) => new Pixverse { Clock = Pixverse.RealClock }.RunAsync(["repro", .. arguments]);

    private sealed class SnippetWriter : StringWriter
    {
        private readonly TaskCompletionSource<Uri> _origin = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SnippetWriter() => NewLine = "\n";

        public Task<Uri> Origin => _origin.Task;

        public override void Flush()
        {
            var text = ToString();
            var start = text.IndexOf("The twin listens on ", StringComparison.Ordinal) + "The twin listens on ".Length;
            _origin.TrySetResult(new Uri(text[start..text.IndexOf(' ', start)]));
        }
    }
}
