using System.Text;
using PixverseHarness.Cli.Verify;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.OpenApi;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Mutants;
using PixverseHarness.Verification.Suite;

namespace PixverseHarness.Cli.Tests.OpenApi;

/// <summary>Whatever the suite hears from the right twin is what the document says, although neither is made from the other.</summary>
public sealed class SuiteExchangesTests
{
    private const string Submit = "/v2/pixverse-text2video";

    public static TheoryData<string> Profiles { get; } = ["documented", "observed"];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Suite_AgainstTheRightTwin_HearsWhatTheDocumentSays(string name)
    {
        var profile = ApiProfile.Find(name)!;
        var check = Check(profile);

        var exchanges = await PlayAsync(profile);

        Assert.InRange(exchanges.Count(check.Describes), 3000, int.MaxValue);
        Assert.Empty(exchanges.Where(check.Describes).Select(e => check.Fault(e) is { } fault ? $"{e.Method} {e.Path} {e.Status}: {fault}" : null).OfType<string>().Distinct().Take(20));
        Assert.Superset(new HashSet<int> { 200, 400, 401, 404, 406, 422, 429 }, exchanges.Where(check.Describes).Select(e => e.Status).ToHashSet());
        Assert.All(Enum.GetValues<JobState>(), state => Assert.Contains(exchanges, e => Encoding.UTF8.GetString(e.AnswerBody).Contains($"\"status\":\"{state.ToWire()}\"", StringComparison.Ordinal)));
        Assert.All(exchanges.Where(e => !check.Describes(e)), e => Assert.True(
            e.Status >= 400 || (e.Status == 200 && e.AnswerType == "video/mp4"), $"{e.Method} {e.Path} {e.Status} is answered, and the document has no word of it."));
    }

    [Theory]
    [InlineData("failed-as-200", "PV-STATUS-020", "the schema refuses")]
    [InlineData("status:submit:201", "PV-SUBMIT-001", "no status 201")]
    public async Task Fault_OfATwinThatIsWrong_IsSeen(string mutant, string clause, string fault)
    {
        var check = Check(ApiProfile.Documented);

        var exchanges = await PlayAsync(ApiProfile.Documented, mutant, clause);

        Assert.Contains(exchanges, e => check.Fault(e)?.Contains(fault, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Fault_OfAnExchangeWithOneThingChanged_IsSeen()
    {
        var check = Check(ApiProfile.Documented);
        var exchanges = await PlayAsync(ApiProfile.Documented, clauses: ["PV-SUBMIT-001", "PV-SYNC-001", "PV-RATE-002"]);
        var right = exchanges.First(e => e is { Path: Submit, Status: 200 });
        var video = exchanges.First(e => e is { AnswerType: "video/mp4", Method: "POST" });
        var limited = exchanges.First(e => e.Status == 429);
        Assert.All((CapturedExchange[])[right, video, limited], e => Assert.Null(check.Fault(e)));

        CapturedExchange[] wrong =
        [
            right with { Status = 202 },
            right with { Method = "PUT" },
            right with { Path = "/v3/pixverse-text2video" },
            right with { AnswerType = "text/plain" },
            right with { AnswerType = null },
            right with { AnswerBody = "{"u8.ToArray() },
            right with { AnswerBody = Changed(right.AnswerBody, "request_id", "requestId") },
            right with { AnswerBody = Changed(right.AnswerBody, "QUEUED", "ACCEPTED") },
            right with { RequestBody = Changed(right.RequestBody, "quality", "Quality") },
            video with { AnswerBody = [] },
            video with { AnswerHeaders = video.AnswerHeaders.Remove("x-cost") },
            limited with { AnswerHeaders = [] },
            limited with { AnswerBody = Changed(limited.AnswerBody, "error", "detail") },
        ];

        Assert.All(wrong, e => Assert.NotNull(check.Fault(e)));
    }

    private static DocumentCheck Check(ApiProfile profile) => new(
        OpenApiDocument.Build(profile),
        body => profile.Validation == ValidationTiming.Early || RequestReader.Read(body, profile).IsValid);

    private static async Task<CapturedExchange[]> PlayAsync(ApiProfile profile, string? mutant = null, params string[] clauses)
    {
        var twin = new TwinOptions { Seed = 1, Profile = profile, Mutant = mutant is null ? null : MutantCatalogue.Find(mutant) };
        var target = new CapturingTarget(new EmbeddedTarget(twin));
        await new VerificationSuite().RunAsync(target, new SuiteOptions { Clauses = [.. clauses], Parallel = 2 }, CancellationToken.None);
        return [.. target.Exchanges];
    }

    private static byte[] Changed(byte[] body, string from, string to) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(from, to, StringComparison.Ordinal));
}
